import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { Message } from '../../../platform/i18n/translate.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';

/** What every condition may decide by: the wanted time, who asks, and the rules of the equipment. */
export interface RequestFacts {
  readonly now: number;
  /** The wanted time without buffers, epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly booker: {
    readonly signedIn: boolean;
    readonly emailVerified: boolean;
    readonly inAudience: boolean;
    /** Somebody else reads the answer. */
    readonly other?: boolean;
  };
  /** Staff act on the booking of others, and so need not be asked to agree. */
  readonly staffAgree?: boolean;
  /** The start is that of a booking that stands, only its end is asked about. */
  readonly startStands?: boolean;
  readonly rules: BookingRules;
  readonly centreName: string;
  /** The centre's IANA zone. */
  readonly zone: string;
  /** The reader's language, for times in messages. */
  readonly locale: Locale;
}

/** What a condition comes to, and if not met what would help. */
export interface ConditionResult {
  readonly passed: boolean;
  /** Met once staff agree: what is met otherwise is requested instead of booked. */
  readonly needsApproval?: boolean;
  readonly message: Message;
  readonly remedy?: Message;
  /** A time (epoch milliseconds) that meets this condition, as near to the wanted one as it can be. */
  readonly suggestedStart?: number;
  readonly suggestedEnd?: number;
}

/** One condition of a booking: its name, what it says, and how it is decided by facts. */
export interface ConditionRule<Name extends string, Facts> {
  readonly condition: Name;
  /** One sentence for the schema: what holds where it is met. */
  readonly description: string;
  readonly check: (facts: Facts) => ConditionResult;
}

/** What a condition about the start says of one that stands already. */
export const startStands: ConditionResult = { passed: true, message: { key: 'booking.startStands' } };

export const minute = 60_000;
export const day = 86_400_000;

/** The wanted time with set-up and clean-up. */
export const withBuffers = ({
  startsAt,
  endsAt,
  rules,
}: Pick<RequestFacts, 'startsAt' | 'endsAt' | 'rules'>): Interval => ({
  start: startsAt - rules.bufferBeforeMinutes * minute,
  end: endsAt + rules.bufferAfterMinutes * minute,
});

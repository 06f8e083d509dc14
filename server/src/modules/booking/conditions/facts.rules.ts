import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { BookingAudience } from '../../equipment/items/equipment.enums.ts';
import type { Opening } from '../../opening-hours/hours/opening.rules.ts';
import type { OccupancyKind } from '../occupancy/occupancy.enums.ts';

/** The rules of an equipment as far as they concern time; minutes and days. */
export interface TimeRules {
  readonly gridMinutes: number;
  readonly minimumMinutes: number;
  readonly maximumMinutes: number;
  readonly leadMinutes: number;
  readonly horizonDays: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** Taken time of a unit with its buffers, epoch milliseconds. */
export interface TakenTime extends Interval {
  readonly kind: OccupancyKind;
  readonly note: string | null;
}

/** A unit that may be booked, with what is taken around the wanted time. */
export interface CandidateUnit {
  readonly id: string;
  readonly taken: readonly TakenTime[];
}

/** Everything the conditions of a booking are decided by. */
export interface BookingFacts {
  readonly now: number;
  /** The wanted time without buffers, epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly booker: { readonly signedIn: boolean; readonly emailVerified: boolean; readonly inAudience: boolean };
  readonly audience: BookingAudience;
  readonly centreName: string;
  /** The centre's IANA zone. */
  readonly zone: string;
  readonly rules: TimeRules;
  readonly opening: Opening;
  /** Whether the hours are the equipment's own, not its centre's. */
  readonly ownHours: boolean;
  /** The units the booking may take, in the order in which they are given out; none where withdrawn. */
  readonly units: readonly CandidateUnit[];
  /** The reader's language, for times in messages. */
  readonly locale: Locale;
}

export const minute = 60_000;
export const day = 86_400_000;

/** The wanted time with set-up and clean-up. */
export const withBuffers = ({
  startsAt,
  endsAt,
  rules,
}: Pick<BookingFacts, 'startsAt' | 'endsAt' | 'rules'>): Interval => ({
  start: startsAt - rules.bufferBeforeMinutes * minute,
  end: endsAt + rules.bufferAfterMinutes * minute,
});

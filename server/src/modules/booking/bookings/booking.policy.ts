import { mayActFor } from '../../../access/acting.policy.ts';
import type { Actor } from '../../../access/actor.rules.ts';
import { may } from '../../../access/rights.rules.ts';
import type { Message } from '../../../platform/i18n/translate.ts';
import { type ForWhom, isInAudience } from '../../equipment/items/audience.rules.ts';
import { type AudienceFacts, audience } from '../conditions/audience/audience.rules.ts';
import type { ConditionRule, RequestFacts } from '../conditions/condition.rules.ts';
import { type ConditionCheck, decideBy } from '../conditions/decision.rules.ts';
import { emailVerified } from '../conditions/email-verified/email-verified.rules.ts';
import { signedIn } from '../conditions/signed-in/signed-in.rules.ts';
import { checkInFrom, checkInMinutes, lateMinutes, lateUntil, noShowAfter } from './attendance.rules.ts';
import type { BookingState } from './booking.enums.ts';
import { type BookingCommand, type BookingParty, obeys, stateAfter } from './booking-lifecycle.rules.ts';

/** What may be booked, as far as it matters who asks. */
export interface BookingTarget extends ForWhom {
  readonly centreName: string;
}

/** How an actor stands towards an equipment's audience. */
export const standingOf = (actor: Actor, target: ForWhom): RequestFacts['booker'] => ({
  signedIn: actor.kind === 'member',
  emailVerified: actor.kind === 'member' && actor.emailVerified,
  inAudience: isInAudience(actor, target),
});

const personal = [signedIn, emailVerified, audience] as const;
type PersonalCondition = (typeof personal)[number]['condition'];

/** The conditions that are about who asks, and not about the time. */
export const personalConditions: readonly string[] = personal.map(({ condition }) => condition);

/** Everything about the actor that stands in the way of booking, whatever the time; nothing where they may book. */
export function bookingNeeds(actor: Actor, target: BookingTarget): readonly ConditionCheck<PersonalCondition>[] {
  const conditions: readonly ConditionRule<PersonalCondition, AudienceFacts>[] = personal;
  const facts = {
    rules: { audience: target.audience },
    booker: standingOf(actor, target),
    centreName: target.centreName,
  };
  return decideBy(conditions, facts).reasons;
}

/** A booking as far as it matters who asks and when. */
export interface BookingStanding {
  readonly bookerId: string | null;
  readonly organisationId: string | null;
  readonly actingCentreId: string | null;
  /** Where the equipment stands. */
  readonly centreId: string;
  readonly state: BookingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checkedInAt: Date | null;
}

/** A booking as far as it matters who asks. */
export type BookingOwners = Pick<BookingStanding, 'bookerId' | 'organisationId' | 'actingCentreId' | 'centreId'>;

/**
 * What an actor is to a booking: a holder is the booker and everyone with a mandate of the organisation (or staff of
 * the centre) it was made for; hosts and staff are those of the centre where the equipment stands. Nobody else may know
 * of it.
 */
function partiesOf(actor: Actor, booking: BookingOwners): BookingParty[] {
  if (actor.kind === 'visitor') return [];
  const { bookerId, organisationId, actingCentreId, centreId } = booking;
  const holds =
    bookerId === actor.personId ||
    (organisationId !== null && mayActFor(actor, { kind: 'organisation', id: organisationId })) ||
    (actingCentreId !== null && mayActFor(actor, { kind: 'centre', id: actingCentreId }));
  return [
    ...(holds ? (['holder'] as const) : []),
    ...(may(actor, 'check-in', centreId) ? (['host'] as const) : []),
    ...(may(actor, 'book-for-others', centreId) ? (['staff'] as const) : []),
  ];
}

/** Whether the actor may know whose a booking is: its parties, who are everybody at the desk too. */
export const maySeeBooking = (actor: Actor, booking: BookingOwners): boolean => partiesOf(actor, booking).length > 0;

/** Whether the actor is still somebody who gives such a command, whatever the state and the time. */
export const mayStill = (actor: Actor, command: BookingCommand, booking: BookingOwners): boolean =>
  obeys(command, partiesOf(actor, booking));

/** Yes, as which parties and with the state that follows; or why not. */
export type CommandPermission =
  | { readonly allowed: true; readonly to: BookingState; readonly parties: readonly BookingParty[] }
  | { readonly allowed: false; readonly code: 'NOT_FOUND' | 'FORBIDDEN' | 'CONFLICT'; readonly reason?: Message };

/** What was decided of a booking that can no longer be told to do something. */
const decided: Readonly<Record<BookingState, Message>> = {
  requested: { key: 'booking.stillWaiting' },
  confirmed: { key: 'booking.alreadyConfirmed' },
  checked_in: { key: 'booking.alreadyCheckedIn' },
  completed: { key: 'booking.alreadyCompleted' },
  cancelled: { key: 'booking.alreadyCancelled' },
  declined: { key: 'booking.alreadyDeclined' },
  no_show: { key: 'booking.alreadyMissed' },
};

/** What only some of those who know of a booking may do with it, as the others are told. */
const reserved: Readonly<Record<'answer' | 'act', Message>> = {
  answer: { key: 'booking.staffDecide' },
  act: { key: 'booking.staffAct' },
};

/** Why a command comes too early or too late; undefined where it comes in time. */
type InTime = (booking: BookingStanding, now: number) => Message | undefined;

/**
 * Whether the actor may give a command to a booking now, and the state that follows; else the reason, where the actor
 * may know of the booking.
 */
const mayCommand =
  (command: BookingCommand, untimely: InTime, forOthers: Message = reserved.act) =>
  (actor: Actor, booking: BookingStanding, now: Date): CommandPermission => {
    const parties = partiesOf(actor, booking);
    if (!maySeeBooking(actor, booking)) return { allowed: false, code: 'NOT_FOUND' };
    if (!obeys(command, parties)) return { allowed: false, code: 'FORBIDDEN', reason: forOthers };
    const to = stateAfter(booking.state, command, parties);
    if (to === undefined) return { allowed: false, code: 'CONFLICT', reason: decided[booking.state] };
    const reason = untimely(booking, now.getTime());
    return reason ? { allowed: false, code: 'CONFLICT', reason } : { allowed: true, to, parties };
  };

const onceBegun =
  (key: 'booking.alreadyStarted' | 'booking.tooLateToAnswer'): InTime =>
  ({ startsAt }, now) =>
    startsAt.getTime() <= now ? { key } : undefined;

/** Whether the actor may move a booking, before its time begins. */
export const mayMove = mayCommand('move', onceBegun('booking.alreadyStarted'));

/** Whether the actor may cancel a booking, before its time begins. */
export const mayCancel = mayCommand('cancel', onceBegun('booking.alreadyStarted'));

/** Whether the actor may agree to a request, before its time begins. */
export const mayApprove = mayCommand('approve', onceBegun('booking.tooLateToAnswer'), reserved.answer);

/** Whether the actor may decline a request, before its time begins. */
export const mayDecline = mayCommand('decline', onceBegun('booking.tooLateToAnswer'), reserved.answer);

/** Whether the actor may check in whom a booking is for: a little before its start, and until its end. */
export const mayCheckIn = mayCommand('check_in', ({ startsAt, endsAt }, now) => {
  if (endsAt.getTime() <= now) return { key: 'booking.checkIn.over' };
  if (now < checkInFrom(startsAt.getTime())) {
    return { key: 'booking.checkIn.tooEarly', parameters: { minutes: checkInMinutes } };
  }
  return undefined;
});

/** Whether the actor may end the use of a booking, which its end does as well. */
export const mayCheckOut = mayCommand('check_out', () => undefined);

/** Whether the actor may let a booking last longer, until its end. */
export const mayExtend = mayCommand('extend', ({ endsAt }, now) =>
  endsAt.getTime() <= now ? { key: 'booking.extend.over' } : undefined,
);

/** Whether the actor may say that nobody came: once those who are late were waited for, and for a day after the end. */
export const mayMarkNoShow = mayCommand('no_show', ({ startsAt, endsAt, checkedInAt }, now) => {
  if (checkedInAt) return { key: 'booking.noShow.came' };
  if (now < lateUntil(startsAt.getTime()))
    return { key: 'booking.noShow.tooEarly', parameters: { minutes: lateMinutes } };
  return now >= endsAt.getTime() + noShowAfter ? { key: 'booking.noShow.tooLate' } : undefined;
});

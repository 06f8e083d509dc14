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
}

/**
 * What an actor is to a booking: a holder is the booker and everyone with a mandate of the organisation (or staff of
 * the centre) it was made for; staff are those of the centre where the equipment stands. Nobody else may know of it.
 */
function partiesOf(actor: Actor, booking: Omit<BookingStanding, 'state' | 'startsAt'>): BookingParty[] {
  if (actor.kind === 'visitor') return [];
  const { bookerId, organisationId, actingCentreId, centreId } = booking;
  const holds =
    bookerId === actor.personId ||
    (organisationId !== null && mayActFor(actor, { kind: 'organisation', id: organisationId })) ||
    (actingCentreId !== null && mayActFor(actor, { kind: 'centre', id: actingCentreId }));
  return [
    ...(holds ? (['holder'] as const) : []),
    ...(may(actor, 'book-for-others', centreId) ? (['staff'] as const) : []),
  ];
}

/** Whether the actor may know whose a booking is: its parties, and whoever works at the desk. */
export const maySeeBooking = (actor: Actor, booking: Omit<BookingStanding, 'state' | 'startsAt'>): boolean =>
  may(actor, 'see-desk', booking.centreId) || partiesOf(actor, booking).length > 0;

/** Yes, as which parties and with the state that follows; or why not. */
export type CommandPermission =
  | { readonly allowed: true; readonly to: BookingState; readonly parties: readonly BookingParty[] }
  | { readonly allowed: false; readonly code: 'NOT_FOUND' | 'FORBIDDEN' | 'CONFLICT'; readonly reason?: Message };

/** What was decided of a booking that can no longer be told to do something. */
const decided: Readonly<Record<BookingState, Message>> = {
  requested: { key: 'booking.stillWaiting' },
  confirmed: { key: 'booking.alreadyConfirmed' },
  cancelled: { key: 'booking.alreadyCancelled' },
  declined: { key: 'booking.alreadyDeclined' },
};

/**
 * Whether the actor may give a command to a booking, and the state that follows; else the reason, where the actor may
 * know of the booking. Once its time has begun a booking stays as it is.
 */
const mayCommand =
  (command: BookingCommand, begun: Message) =>
  (actor: Actor, booking: BookingStanding, now: Date): CommandPermission => {
    const parties = partiesOf(actor, booking);
    if (!maySeeBooking(actor, booking)) return { allowed: false, code: 'NOT_FOUND' };
    if (!obeys(command, parties)) return { allowed: false, code: 'FORBIDDEN', reason: { key: 'booking.staffDecide' } };
    const to = stateAfter(booking.state, command, parties);
    if (to === undefined) return { allowed: false, code: 'CONFLICT', reason: decided[booking.state] };
    if (booking.startsAt <= now) return { allowed: false, code: 'CONFLICT', reason: begun };
    return { allowed: true, to, parties };
  };

const begun = { key: 'booking.alreadyStarted' } as const;
const tooLate = { key: 'booking.tooLateToAnswer' } as const;

/** Whether the actor may move a booking. */
export const mayMove = mayCommand('move', begun);

/** Whether the actor may cancel a booking. */
export const mayCancel = mayCommand('cancel', begun);

/** Whether the actor may agree to a request. */
export const mayApprove = mayCommand('approve', tooLate);

/** Whether the actor may decline a request. */
export const mayDecline = mayCommand('decline', tooLate);

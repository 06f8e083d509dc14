import { type Actor, isStaffAt, mayActFor } from '../../../access/actor.rules.ts';
import type { Message } from '../../../platform/i18n/translate.ts';
import { type ForWhom, isInAudience } from '../../equipment/items/audience.rules.ts';
import { type AudienceFacts, audience } from '../conditions/audience/audience.rules.ts';
import type { ConditionRule, RequestFacts } from '../conditions/condition.rules.ts';
import { type ConditionCheck, decideBy } from '../conditions/decision.rules.ts';
import { emailVerified } from '../conditions/email-verified/email-verified.rules.ts';
import { signedIn } from '../conditions/signed-in/signed-in.rules.ts';
import type { BookingState } from './booking.enums.ts';
import { type BookingCommand, type BookingParty, stateAfter } from './booking-lifecycle.rules.ts';

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
  return [...(holds ? (['holder'] as const) : []), ...(isStaffAt(actor, centreId) ? (['staff'] as const) : [])];
}

/** Whether the actor may know whose a booking is. */
export const maySeeBooking = (actor: Actor, booking: Omit<BookingStanding, 'state' | 'startsAt'>): boolean =>
  partiesOf(actor, booking).length > 0;

/**
 * Whether the actor may give a command to a booking, and the state that follows; else the reason, where the actor may
 * know of the booking. Once its time has begun a booking stays as it is.
 */
function mayCommand(
  command: BookingCommand,
  actor: Actor,
  booking: BookingStanding,
  now: Date,
): { readonly allowed: true; readonly to: BookingState } | { readonly allowed: false; readonly reason?: Message } {
  const parties = partiesOf(actor, booking);
  if (parties.length === 0) return { allowed: false };
  const to = stateAfter(booking.state, command, parties);
  if (to === undefined) return { allowed: false, reason: { key: 'booking.alreadyCancelled' } };
  if (booking.startsAt <= now) return { allowed: false, reason: { key: 'booking.alreadyStarted' } };
  return { allowed: true, to };
}

/** Whether the actor may move a booking; see {@link mayCommand}. */
export const mayMove = (actor: Actor, booking: BookingStanding, now: Date) => mayCommand('move', actor, booking, now);

/** Whether the actor may cancel a booking; see {@link mayCommand}. */
export const mayCancel = (actor: Actor, booking: BookingStanding, now: Date) =>
  mayCommand('cancel', actor, booking, now);

import { type Actor, isInNetwork, isStaffAt, mayActFor, roleAt } from '../../../access/actor.rules.ts';
import type { Message } from '../../../platform/i18n/translate.ts';
import type { BookingAudience } from '../../equipment/items/equipment.enums.ts';
import type { ConditionCheck } from '../conditions/booking-condition.rules.ts';
import type { BookingFacts } from '../conditions/facts.rules.ts';
import { checkAudience, checkEmailVerified, checkSignedIn } from '../conditions/person-conditions.rules.ts';
import type { BookingState } from './booking.enums.ts';

/** What may be booked, as far as it matters who asks. */
export interface BookingTarget {
  readonly audience: BookingAudience;
  readonly centreId: string;
  readonly centreName: string;
}

/** Yes, or why not. */
export type Permission<Reason> = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

const allowed = { allowed: true } as const;

/** How an actor stands towards an equipment's audience. */
export const standingOf = (
  actor: Actor,
  { audience, centreId }: Omit<BookingTarget, 'centreName'>,
): BookingFacts['booker'] => ({
  signedIn: actor.kind === 'member',
  emailVerified: actor.kind === 'member' && actor.emailVerified,
  inAudience:
    audience === 'everyone' || (audience === 'network' ? isInNetwork(actor) : roleAt(actor, centreId) !== undefined),
});

/** Whether the actor may book at all, whatever the time; else the first condition that stands in the way. */
export function mayBook(actor: Actor, thing: BookingTarget): Permission<ConditionCheck> {
  const person = { ...thing, booker: standingOf(actor, thing) };
  for (const check of [checkSignedIn, checkEmailVerified, checkAudience]) {
    const result = check(person);
    if (!result.passed) return { allowed: false, reason: result };
  }
  return allowed;
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
 * Whose a booking is may be known to the booker, to everyone with a mandate of the organisation (or staff of
 * the centre) it was made for, and to the staff of the centre where the equipment stands.
 */
export function maySeeBooking(actor: Actor, booking: Omit<BookingStanding, 'state' | 'startsAt'>): boolean {
  if (actor.kind === 'visitor') return false;
  const { bookerId, organisationId, actingCentreId, centreId } = booking;
  return (
    bookerId === actor.personId ||
    isStaffAt(actor, centreId) ||
    (organisationId !== null && mayActFor(actor, { kind: 'organisation', id: organisationId })) ||
    (actingCentreId !== null && mayActFor(actor, { kind: 'centre', id: actingCentreId }))
  );
}

/** Who may see a booking may move it until it starts; else the reason, where the actor may know of the booking. */
export function mayMove(actor: Actor, booking: BookingStanding, now: Date): Permission<Message | undefined> {
  if (!maySeeBooking(actor, booking)) return { allowed: false, reason: undefined };
  if (booking.state === 'cancelled') return { allowed: false, reason: { key: 'booking.alreadyCancelled' } };
  if (booking.startsAt <= now) return { allowed: false, reason: { key: 'booking.alreadyStarted' } };
  return allowed;
}

/** Who may move a booking may cancel it. */
export const mayCancel = mayMove;

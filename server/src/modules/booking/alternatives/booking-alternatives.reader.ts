import type { Actor } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { BookingRow } from '../bookings/booking.reader.ts';
import { readApprovals } from '../conditions/approval/approval.reader.ts';
import { day } from '../conditions/condition.rules.ts';
import { slotTaken } from '../conditions/slot-free/slot-free.rules.ts';
import { readAlternatives } from './alternatives.reader.ts';
import type { Alternative } from './alternatives.rules.ts';

/** The same operation with the rights of somebody else. */
export const withRightsOf = (ctx: Context, actor: Actor): Context => ({ ...ctx, actor, loaders: new Map() });

/** How long after its start people may still want another time for a booking that others ended. */
const wanted = day;

/**
 * Where and when else somebody can go whose booking others ended, by the rights of whom it was for; none where they
 * ended it themselves, or long after its time. The time that was taken from them is not among them.
 */
export async function readBookingAlternatives(ctx: Context, booking: BookingRow): Promise<Alternative[]> {
  const { endingBy, unitId, startsAt } = booking;
  if (endingBy === null || endingBy === 'holder' || startsAt.getTime() + wanted <= ctx.now.getTime()) return [];
  const [known] = await readApprovals(ctx, [booking]);
  if (!known) return [];
  const { request, facts, decision } = known;
  const found = await readAlternatives(withRightsOf(ctx, request.requester ?? ctx.actor), {
    request: { ...request, unitId: null },
    reasons: [...decision.reasons, slotTaken(facts)],
  });
  return found.filter((other) => other.unitId !== unitId || other.start !== startsAt.getTime());
}

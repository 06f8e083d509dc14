import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { readClashes } from '../bookings/booking.reader.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { BookingVerdictObject } from './booking-result.type.ts';

@Resolver(() => BookingVerdictObject)
export class OwnClashResolver {
  @FieldResolver(() => [BookingObject], {
    complexity: rows(1, 5),
    description: 'What the asking person has booked over the same time, at most three; a warning, not a refusal.',
  })
  async ownClash(@Ctx() ctx: Context, @Root() { refusal }: BookingVerdictObject): Promise<BookingObject[]> {
    const { request } = refusal;
    // Staff who answer the request of somebody else may not know of their other bookings.
    if (ctx.actor.kind === 'visitor' || request.requester) return [];
    return readClashes(ctx, ctx.actor.personId, request, request.movingId);
  }
}

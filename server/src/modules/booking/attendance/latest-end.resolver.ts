import { Ctx, FieldResolver, GraphQLISODateTime, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { mayExtend } from '../bookings/booking.policy.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { readLatestEnds } from './latest-end.reader.ts';

@Resolver(() => BookingObject)
export class LatestEndResolver {
  @FieldResolver(() => GraphQLISODateTime, {
    nullable: true,
    complexity: 5,
    description:
      'Until when the asking person could let it last, by the hours, the longest booking and what comes after it; null ' +
      'where it can last no longer.',
  })
  async latestEnd(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<Date | null> {
    if (!mayExtend(ctx.actor, booking, ctx.now).allowed) return null;
    return (await load(ctx, readLatestEnds, booking.id)) ?? null;
  }
}

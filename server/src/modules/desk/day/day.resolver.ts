import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow } from '../../../platform/graphql/policy.ts';
import { badInput } from '../../../shared/errors.ts';
import { bookingKeyset } from '../../booking/bookings/booking.reader.ts';
import { BookingConnectionObject, type BookingObject } from '../../booking/bookings/booking.type.ts';
import { DeskObject, whoMay } from '../desks/desk.type.ts';
import { dayAsked } from './day.rules.ts';
import { DeskDayObject } from './day.type.ts';
import { countBookingsDuring, listBookingsDuring } from './day-bookings.reader.ts';

@Resolver(() => DeskObject)
export class DeskDaysResolver {
  @Allow(whoMay('see-desk'))
  @FieldResolver(() => DeskDayObject, { description: 'One day of the centre. BAD_INPUT before 2000 and after 2999.' })
  day(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('date', () => LocalDateScalar, {
      nullable: true,
      description: 'Which day; today at the centre where left out.',
    })
    date: string | null,
  ): DeskDayObject {
    const day = dayAsked(centre.zone, date ?? null, ctx.now);
    if (!day) throw badInput([{ field: 'date', message: { key: 'booking.tooFar' } }]);
    return { date: day.date, startsAt: new Date(day.start), endsAt: new Date(day.end), centreId: centre.id };
  }
}

@Resolver(() => DeskDayObject)
export class DeskDayResolver {
  @FieldResolver(() => BookingConnectionObject, {
    description: 'The bookings that stand or wait and have time on this day, in order of their start.',
  })
  async bookings(
    @Root() { centreId, startsAt, endsAt }: DeskDayObject,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<BookingConnectionObject> {
    const request = pageRequest(first ?? 100, after, ['instant', 'id']);
    const place = { centreId, during: { start: startsAt.getTime(), end: endsAt.getTime() } };
    return connect(
      await listBookingsDuring(ctx, place, request),
      request.after,
      bookingKeyset,
      (row): BookingObject => row,
      () => countBookingsDuring(ctx, place),
    );
  }
}

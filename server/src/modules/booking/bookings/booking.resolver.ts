import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import type { BookingPeriod } from './booking.enums.ts';
import { bookingKeyset, countBookings, findBooking, listBookings } from './booking.reader.ts';
import { BookingConnectionObject, BookingObject, BookingPeriodEnum } from './booking.type.ts';

@Resolver(() => BookingObject)
export class BookingResolver {
  @Allow(members)
  @Query(() => BookingObject, {
    description: 'One booking; for its booker, their colleagues and the staff of the centre.',
  })
  async booking(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the booking.' }) id: string,
  ): Promise<BookingObject> {
    const booking = await findBooking(ctx, id);
    if (!booking) throw notFound();
    return booking;
  }

  @Allow(members)
  @Query(() => BookingConnectionObject, { description: 'The bookings that the asking person made.' })
  async myBookings(
    @Ctx() ctx: Context,
    @Arg('period', () => BookingPeriodEnum, { nullable: true, defaultValue: 'upcoming', description: 'Which of them.' })
    period: BookingPeriod | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<BookingConnectionObject> {
    const { personId } = signedIn(ctx);
    const which = period ?? 'upcoming';
    const request = pageRequest(first ?? 20, after, ['instant', 'id']);
    return connect(
      await listBookings(ctx, personId, { period: which, ...request }),
      request.after,
      bookingKeyset,
      (row): BookingObject => row,
      () => countBookings(ctx, personId, which),
    );
  }
}

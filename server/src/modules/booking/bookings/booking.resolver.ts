import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { type BookingResult, bookEquipment } from '../commands/book-equipment.service.ts';
import { BookEquipmentInput, CancelBookingInput, MoveBookingInput } from '../commands/booking-input.type.ts';
import {
  BookEquipmentResult,
  type BookedObject,
  type BookingRefusedObject,
  MoveBookingResult,
} from '../commands/booking-result.type.ts';
import { cancelBooking } from '../commands/cancel-booking.service.ts';
import { moveBooking } from '../commands/move-booking.service.ts';
import { presentCheck } from '../conditions/refusal.type.ts';
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

  @Allow(members)
  @Mutation(() => BookEquipmentResult, { description: 'Books equipment, or says everything that stands against it.' })
  async bookEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => BookEquipmentInput, { description: 'What, when and what for.' }) input: BookEquipmentInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return present(ctx, await bookEquipment(ctx, input));
  }

  @Allow(members)
  @Mutation(() => MoveBookingResult, { description: 'Moves a booking, or leaves it as it was and says why.' })
  async moveBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveBookingInput, { description: 'Which booking and where to.' }) input: MoveBookingInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return present(ctx, await moveBooking(ctx, input));
  }

  @Allow(members)
  @Mutation(() => BookingObject, { description: 'Cancels a booking and frees its time at once.' })
  async cancelBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => CancelBookingInput, { description: 'Which booking.' }) input: CancelBookingInput,
  ): Promise<BookingObject> {
    await cancelBooking(ctx, input);
    return this.booking(ctx, input.bookingId);
  }
}

async function present(ctx: Context, outcome: BookingResult): Promise<BookedObject | BookingRefusedObject> {
  if ('reasons' in outcome) {
    return {
      reasons: outcome.reasons.map((reason) => presentCheck(reason, ctx.locale)),
      refusal: outcome,
    };
  }
  const booking = await findBooking(ctx, outcome.id);
  if (!booking) throw notFound();
  return { booking, repeated: outcome.repeated };
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { bookingById, presentResult } from '../commands/booking-answer.ts';
import { type BookedObject, type BookingRefusedObject, ExtendBookingResult } from '../commands/booking-result.type.ts';
import {
  CheckInBookingInput,
  CheckOutBookingInput,
  ExtendBookingInput,
  MarkNoShowInput,
} from './attendance-input.type.ts';
import { checkInBooking } from './check-in.service.ts';
import { checkOutBooking } from './check-out.service.ts';
import { extendBooking } from './extend-booking.service.ts';
import { markNoShow } from './mark-no-show.service.ts';

@Resolver()
export class AttendanceResolver {
  @Allow(members)
  @Mutation(() => BookingObject, {
    description:
      'Checks in whom a booking is for, by themselves or by whoever receives people at the centre, from 15 minutes before ' +
      'the start until the end; CONFLICT at other times, and where the booking does not stand.',
  })
  async checkInBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => CheckInBookingInput, { description: 'Which booking.' }) input: CheckInBookingInput,
  ): Promise<BookingObject> {
    await checkInBooking(ctx, input);
    return bookingById(ctx, input.bookingId);
  }

  @Allow(members)
  @Mutation(() => BookingObject, {
    description:
      'Ends the use of equipment; what is left of its time is free at once. CONFLICT where nobody is checked in.',
  })
  async checkOutBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => CheckOutBookingInput, { description: 'Which booking.' }) input: CheckOutBookingInput,
  ): Promise<BookingObject> {
    await checkOutBooking(ctx, input);
    return bookingById(ctx, input.bookingId);
  }

  @Allow(members)
  @Mutation(() => ExtendBookingResult, {
    description:
      'Lets a booking last longer, or leaves it as it was and says why; CONFLICT where it is over or was never granted.',
  })
  async extendBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => ExtendBookingInput, { description: 'Which booking, and until when.' })
    input: ExtendBookingInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return presentResult(ctx, await extendBooking(ctx, input));
  }

  @Allow(members)
  @Mutation(() => BookingObject, {
    description:
      'Whoever receives people at the centre notes that nobody came, from 15 minutes after the start until a day after ' +
      'the end; what is left of the time is free at once. CONFLICT at other times, and where somebody came.',
  })
  async markNoShow(
    @Ctx() ctx: Context,
    @Arg('input', () => MarkNoShowInput, { description: 'Which booking.' }) input: MarkNoShowInput,
  ): Promise<BookingObject> {
    await markNoShow(ctx, input);
    return bookingById(ctx, input.bookingId);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { approveBooking, declineBooking } from './answer-request.service.ts';
import { bookEquipment } from './book-equipment.service.ts';
import { bookingById, presentResult } from './booking-answer.ts';
import {
  ApproveBookingInput,
  BookEquipmentInput,
  CancelBookingInput,
  DeclineBookingInput,
  MoveBookingInput,
} from './booking-input.type.ts';
import {
  ApproveBookingResult,
  BookEquipmentResult,
  type BookedObject,
  type BookingRefusedObject,
  MoveBookingResult,
} from './booking-result.type.ts';
import { cancelBooking } from './cancel-booking.service.ts';
import { moveBooking } from './move-booking.service.ts';

@Resolver()
export class BookingCommandsResolver {
  @Allow(members)
  @Mutation(() => BookEquipmentResult, { description: 'Books equipment, or says everything that stands against it.' })
  async bookEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => BookEquipmentInput, { description: 'What, when and what for.' }) input: BookEquipmentInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return presentResult(ctx, await bookEquipment(ctx, input));
  }

  @Allow(members)
  @Mutation(() => MoveBookingResult, { description: 'Moves a booking, or leaves it as it was and says why.' })
  async moveBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveBookingInput, { description: 'Which booking and where to.' }) input: MoveBookingInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return presentResult(ctx, await moveBooking(ctx, input));
  }

  @Allow(members)
  @Mutation(() => BookingObject, { description: 'Cancels a booking and frees its time at once.' })
  async cancelBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => CancelBookingInput, { description: 'Which booking.' }) input: CancelBookingInput,
  ): Promise<BookingObject> {
    await cancelBooking(ctx, input);
    return bookingById(ctx, input.bookingId);
  }

  @Allow(members)
  @Mutation(() => ApproveBookingResult, {
    description:
      'Staff agree to a request, all conditions asked again for whom it is; CONFLICT where it is decided or has begun.',
  })
  async approveBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => ApproveBookingInput, { description: 'Which request.' }) input: ApproveBookingInput,
  ): Promise<BookedObject | BookingRefusedObject> {
    return presentResult(ctx, await approveBooking(ctx, input));
  }

  @Allow(members)
  @Mutation(() => BookingObject, {
    description: 'Staff decline a request and free its time at once; CONFLICT where it is decided or has begun.',
  })
  async declineBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => DeclineBookingInput, { description: 'Which request, and why.' }) input: DeclineBookingInput,
  ): Promise<BookingObject> {
    await declineBooking(ctx, input);
    return bookingById(ctx, input.bookingId);
  }
}

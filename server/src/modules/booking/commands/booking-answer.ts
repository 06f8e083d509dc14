import type { Context } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import type { BookingObject } from '../bookings/booking.type.ts';
import { presentCheck } from '../conditions/refusal.type.ts';
import type { BookingResult } from './book-equipment.service.ts';
import type { BookedObject, BookingRefusedObject } from './booking-result.type.ts';

/** A booking that somebody has just changed, as it is now. */
export async function bookingById(ctx: Context, id: string): Promise<BookingObject> {
  const booking = await findBooking(ctx, id);
  if (!booking) throw notFound();
  return booking;
}

/** What somebody is told of a booking that they asked for: the booking, or every reason against it. */
export async function presentResult(
  ctx: Context,
  outcome: BookingResult,
): Promise<BookedObject | BookingRefusedObject> {
  if ('reasons' in outcome) {
    return { reasons: outcome.reasons.map((reason) => presentCheck(reason, ctx.locale)), refusal: outcome };
  }
  return { booking: await bookingById(ctx, outcome.id), repeated: outcome.repeated };
}

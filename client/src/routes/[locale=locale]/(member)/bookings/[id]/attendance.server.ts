import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { CheckInBooking, CheckOutBooking, ExtendBooking } from '#lib/features/booking/booking.documents.ts';
import { text, whole } from '#lib/forms/schema.server.ts';

const which = ({ params }: RequestEvent, version: number) => ({ bookingId: params.id ?? '', version });
const done = (event: RequestEvent, deed: string) => goDone(event, `/bookings/${event.params.id}`, deed);

/** What its holder does at the time of a booking. */
export const attendance = {
  checkIn: action(
    z.object({ version: whole }),
    CheckInBooking,
    ({ version }, event) => ({ input: which(event, version) }),
    (_data, event) => done(event, 'checkedIn'),
  ),
  checkOut: action(
    z.object({ version: whole }),
    CheckOutBooking,
    ({ version }, event) => ({ input: which(event, version) }),
    (_data, event) => done(event, 'checkedOut'),
  ),
  extend: action(
    z.object({ version: whole, until: text }),
    ExtendBooking,
    ({ version, until }, event) => ({ input: { ...which(event, version), endsAt: until } }),
    ({ extendBooking }, event, typed) => {
      if (extendBooking.__typename === 'BookingRefused') return fail(409, { typed, reasons: extendBooking.reasons });
      return done(event, 'extended');
    },
  ),
};

import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { textOrNull, whole } from '#lib/forms/schema.server.ts';

const CancelBooking = graphql(`
  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }
`);

/** Cancels the booking of the page and leads to it. */
export const cancel = action(
  z.object({ version: whole, reason: textOrNull }),
  CancelBooking,
  ({ version, reason }, { params }) => ({ input: { bookingId: params.id ?? '', version, reason } }),
  (_data, event) => goDone(event, `/bookings/${event.params.id}`, 'cancelled'),
);

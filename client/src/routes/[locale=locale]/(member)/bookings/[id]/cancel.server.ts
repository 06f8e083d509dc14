import { redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { textOrNull, whole } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';

const CancelBooking = graphql(`
  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }
`);

/** Cancels the booking of the page and leads to it. */
export const cancel = action(
  z.object({ version: whole, reason: textOrNull }),
  CancelBooking,
  ({ version, reason }, { params }) => ({ input: { bookingId: params.id ?? '', version, reason } }),
  (_data, { locals, params }) => redirect(303, `${href(locals.locale, `/bookings/${params.id}`)}?done=cancelled`),
);

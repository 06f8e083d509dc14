import { fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { OneBooking } from '#lib/features/booking/booking.documents.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

const CancelBooking = graphql(`
  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }
`);

const deeds = ['booked', 'moved', 'cancelled'] as const;

export const load = async ({ locals, params, url }) => {
  const { booking } = await locals.graphql.query(OneBooking, { id: params.id });
  const done = deeds.find((deed) => deed === url.searchParams.get('done'));
  return { booking, done, now: Date.now() };
};

export const actions = {
  cancel: async (event) => {
    const { version } = await fields(event, 'version');
    const input = { bookingId: event.params.id, version: Number(version) };
    const result = await event.locals.graphql.mutate(CancelBooking, { input });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    redirect(303, `${href(event.locals.locale, `/bookings/${event.params.id}`)}?done=cancelled`);
  },
};

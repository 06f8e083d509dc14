import { calendarResponse } from '#lib/api/calendar-response.ts';
import { graphql } from '#lib/api/graphql.ts';
import { href } from '#lib/i18n/locale.ts';

const BookingCalendar = graphql(`
  query BookingCalendar($id: ID!, $page: String!) { booking(id: $id) { startsAt calendar(page: $page) } }
`);

export const GET = async ({ locals, params, url }) => {
  const page = url.origin + href(locals.locale, `/bookings/${params.id}`);
  const { booking } = await locals.graphql.query(BookingCalendar, { id: params.id, page });
  return calendarResponse(booking);
};

import { error } from '@sveltejs/kit';
import { calendarResponse } from '#lib/api/calendar-response.ts';
import { graphql } from '#lib/api/graphql.ts';
import { href } from '#lib/i18n/locale.ts';

const EventCalendar = graphql(`
  query EventCalendar($id: ID!, $page: String!) { post(id: $id) { ... on Event { startsAt calendar(page: $page) } } }
`);

export const GET = async ({ locals, params, url }) => {
  const page = url.origin + href(locals.locale, `/posts/${params.id}`);
  const { post } = await locals.graphql.query(EventCalendar, { id: params.id, page });
  if (!('startsAt' in post)) error(404);
  return calendarResponse(post);
};

import { error } from '@sveltejs/kit';
import { graphql } from '#lib/api/graphql.ts';
import { href } from '#lib/i18n/locale.ts';
import { calendarFile } from '#lib/time/calendar-file.rules.ts';

const EventForCalendar = graphql(`
  query EventForCalendar($id: ID!) {
    post(id: $id) {
      id title excerpt state version
      city { name }
      centre { name address }
      ... on Event { place startsAt endsAt }
    }
  }
`);

export const GET = async ({ locals, params, url }) => {
  const { post } = await locals.graphql.query(EventForCalendar, { id: params.id });
  if (!('startsAt' in post)) error(404);
  const { centre, city } = post;
  const address = url.origin + href(locals.locale, `/posts/${post.id}`);
  const file = calendarFile({
    uid: `${post.id}@${url.hostname}`,
    sequence: post.version,
    start: new Date(post.startsAt),
    end: new Date(post.endsAt),
    stamp: new Date(),
    summary: post.title,
    location: [...new Set([post.place, centre?.name, centre?.address, city.name])].filter(Boolean).join(', '),
    description: `${post.excerpt}\n${address}`,
    url: address,
    cancelled: post.state === 'WITHDRAWN',
  });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="talka-${post.startsAt.slice(0, 10)}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
};

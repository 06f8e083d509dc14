import { askedPosts, filterOf, isCalendar } from './filter.rules.ts';
import { Posts } from './listed-post.ts';

export const load = async ({ locals, url }) => {
  const asked = askedPosts(url.searchParams);
  const { posts, cities, equipmentTypes, centre, ...counts } = await locals.graphql.query(Posts, {
    filter: filterOf(asked),
    order: isCalendar(asked) ? 'SOONEST' : 'NEWEST',
    after: url.searchParams.get('after'),
    centre: asked.centre || null,
    atCentre: asked.centre !== '',
    offer: filterOf(asked, 'OFFER'),
    request: filterOf(asked, 'REQUEST'),
    event: filterOf(asked, 'EVENT'),
    discussion: filterOf(asked, 'DISCUSSION'),
  });
  const { OFFER, REQUEST, EVENT, DISCUSSION } = counts;
  return {
    asked,
    posts,
    counts: {
      OFFER: OFFER.totalCount,
      REQUEST: REQUEST.totalCount,
      EVENT: EVENT.totalCount,
      DISCUSSION: DISCUSSION.totalCount,
    },
    cities,
    equipmentTypes,
    centre: centre ?? null,
    now: new Date().toISOString(),
  };
};

import type { RequestEvent } from '@sveltejs/kit';
import { graphql, type ResultOf, type VariablesOf } from '#lib/api/graphql.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { href } from '#lib/i18n/locale.ts';
import { escaped } from './card.rules.ts';
import { atomOf, type FeedEntry } from './feed.rules.ts';

const FeedPosts = graphql(`
  query FeedPosts($filter: PostFilter) {
    posts(first: 50, filter: $filter) {
      nodes {
        id title bodyHtml language createdAt editedAt
        author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
        ... on Event { startsAt endsAt zone place }
      }
    }
  }
`);
type Post = ResultOf<typeof FeedPosts>['posts']['nodes'][number];
type Filter = VariablesOf<typeof FeedPosts>['filter'];

/** What everybody may read of the newest posts, as a feed. */
export async function postsFeed(event: RequestEvent, name: 'posts' | 'events', filter: Filter): Promise<Response> {
  const { locals, url } = event;
  locals.anonymous = true;
  const { t, format } = createI18n(locals.locale, await loadMessages(locals.locale, 'common'), locals.zone);
  const { posts } = await locals.graphql.query(FeedPosts, { filter });
  const address = (path: `/${string}`) => url.origin + href(locals.locale, path);
  /** When and where it is stands before what is written of it. */
  const when = (post: Post) =>
    'startsAt' in post
      ? `<p>${[format.range(post.startsAt, post.endsAt, { zone: post.zone }), post.place && escaped(post.place)].filter(Boolean).join(' · ')}</p>`
      : '';
  const entryOf = (post: Post): FeedEntry => ({
    url: address(`/posts/${post.id}`),
    title: post.title,
    html: when(post) + post.bodyHtml,
    language: post.language,
    author: post.author.actingFor?.name ?? post.author.person?.name ?? t('common.byline.erased'),
    published: post.createdAt,
    updated: post.editedAt ?? post.createdAt,
  });
  const feed = atomOf({
    title: t(`common.feed.${name}`),
    language: locals.locale,
    self: url.origin + url.pathname,
    page: address(name === 'events' ? '/posts?kind=event' : '/posts'),
    entries: posts.nodes.map(entryOf),
  });
  return new Response(feed, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}

import { expect, test } from 'vitest';
import { hear, noNews, type PostEvent, type PostNews, reveal, stillWaiting, withNews } from './post-news.rules.ts';

interface Post {
  readonly id: string;
  readonly title: string;
}
const post = (id: string, title = id): Post => ({ id, title });
const after = (...events: PostEvent<Post>[]) => events.reduce<PostNews<Post>>(hear, noNews);
const page = [post('b'), post('a')];

test('new posts wait, the newest first, and move nothing', () => {
  const news = after({ kind: 'PUBLISHED', post: post('c') }, { kind: 'PUBLISHED', post: post('d') });
  expect(stillWaiting(page, news).map(({ id }) => id)).toEqual(['d', 'c']);
  expect(withNews(page, news)).toEqual(page);
});

test('what waited is shown above the page when asked for', () => {
  const news = reveal(after({ kind: 'PUBLISHED', post: post('c') }));
  expect(withNews(page, news).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(stillWaiting(page, news)).toEqual([]);
});

test('a post that the page brought already is neither waiting nor shown twice', () => {
  const news = after({ kind: 'PUBLISHED', post: post('b') });
  expect(stillWaiting(page, news)).toEqual([]);
  expect(withNews(page, reveal(news))).toEqual(page);
});

test('a post told of again after it was shown does not wait again', () => {
  const news = hear(reveal(after({ kind: 'PUBLISHED', post: post('c') })), { kind: 'PUBLISHED', post: post('c') });
  expect(news.waiting).toEqual([]);
});

test('an edit changes a post where it stands, also one that waits', () => {
  const news = after(
    { kind: 'PUBLISHED', post: post('c') },
    { kind: 'EDITED', post: post('a', 'better') },
    { kind: 'EDITED', post: post('c', 'clearer') },
  );
  expect(withNews(page, news)).toEqual([post('b'), post('a', 'better')]);
  expect(news.waiting).toEqual([post('c', 'clearer')]);
});

test('a post taken back keeps its place and words where it is shown, and never arrives where it waited', () => {
  const news = after(
    { kind: 'PUBLISHED', post: post('c') },
    { kind: 'WITHDRAWN', post: post('c', '') },
    { kind: 'WITHDRAWN', post: post('a', '') },
  );
  expect(news.waiting).toEqual([]);
  expect(withNews(page, news)).toEqual(page);
  expect([...news.withdrawn]).toEqual(['c', 'a']);
});

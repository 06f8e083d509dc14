import { expect, test } from 'vitest';
import { atomOf, type FeedEntry } from './feed.rules.ts';

const feed = {
  title: 'Talka: skelbimai',
  language: 'lt',
  self: 'https://talka.example/lt/posts/feed.xml',
  page: 'https://talka.example/lt/posts',
};
const entry: FeedEntry = {
  url: 'https://talka.example/lt/posts/1',
  title: 'Molis & <glazūra>',
  html: '<p>Turime.</p>',
  language: 'lt',
  author: 'UAB „Molio forma“',
  published: '2026-11-20T10:00:00.000Z',
  updated: '2026-11-21T10:00:00.000Z',
};

test('a feed tells when the newest of its entries changed', () => {
  const older = { ...entry, url: `${entry.url}0`, updated: entry.published };
  expect(/<updated>(.*?)<\/updated>/.exec(atomOf({ ...feed, entries: [older, entry] }))?.[1]).toBe(entry.updated);
});

test('what was written stands in it as text', () => {
  const written = atomOf({ ...feed, entries: [entry] });
  expect(written).toContain('<title>Molis &amp; &lt;glazūra&gt;</title>');
  expect(written).toContain('<content type="html">&lt;p&gt;Turime.&lt;/p&gt;</content>');
});

test('an empty feed is one all the same', () => {
  expect(atomOf({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

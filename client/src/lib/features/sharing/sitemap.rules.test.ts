import { expect, test } from 'vitest';
import { type FindablePage, pagesInFile, sitemapFile, sitemapIndex } from './sitemap.rules.ts';

const origin = 'https://talka.example';

test('a page stands in every language, each with the others beside it', () => {
  const file = sitemapFile(origin, [{ path: '/posts/1', changedAt: '2026-11-20T10:00:00.000Z' }], 1) ?? '';
  expect(file.match(/<loc>.*?<\/loc>/g)).toEqual([
    '<loc>https://talka.example/lt/posts/1</loc>',
    '<loc>https://talka.example/en/posts/1</loc>',
  ]);
  expect(file.match(/hreflang="[\w-]+"/g)?.slice(0, 3)).toEqual([
    'hreflang="lt"',
    'hreflang="en"',
    'hreflang="x-default"',
  ]);
  expect(file).toContain('<lastmod>2026-11-20T10:00:00.000Z</lastmod>');
});

test('no file names more than 50,000 addresses', () => {
  const pages = Array.from({ length: pagesInFile + 1 }, (_, index): FindablePage => ({ path: `/equipment/${index}` }));
  expect(sitemapIndex(origin, pages.length).match(/<loc>/g)).toHaveLength(2);
  expect([1, 2, 3].map((part) => sitemapFile(origin, pages, part)?.match(/<loc>/g)?.length)).toEqual([
    50_000,
    2,
    undefined,
  ]);
});

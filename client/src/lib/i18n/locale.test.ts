import { describe, expect, test } from 'vitest';
import { addressOf, href, inLocale, preferredLocale } from './locale.ts';

describe('addresses', () => {
  test('carry the language first', () => {
    expect(href('lt', '/')).toBe('/lt');
    expect(href('en', '/centres')).toBe('/en/centres');
  });

  test('stay the same page in another language, with what was searched', () => {
    expect(inLocale('/lt/centres/technarium?day=2026-11-24', 'en')).toBe('/en/centres/technarium?day=2026-11-24');
    expect(inLocale('/lt', 'en')).toBe('/en');
    expect(inLocale('/lt?a=/b', 'en')).toBe('/en?a=/b');
    expect(inLocale('/centres', 'lt')).toBe('/lt/centres');
    expect(inLocale('/', 'lt')).toBe('/lt');
  });

  test('do not keep the name of a form action', () => {
    expect(addressOf({ pathname: '/lt/settings', search: '?/theme' })).toBe('/lt/settings');
    expect(addressOf({ pathname: '/lt/posts', search: '?/reply&after=x' })).toBe('/lt/posts?after=x');
    expect(addressOf({ pathname: '/lt/posts', search: '?after=x' })).toBe('/lt/posts?after=x');
  });
});

describe('the language of a first visit', () => {
  test.each([
    [null, 'lt'],
    ['en-GB,en;q=0.9', 'en'],
    ['pl,en;q=0.5,lt;q=0.8', 'lt'],
    ['fr', 'lt'],
    ['lt;q=0,en;q=0.1', 'en'],
  ])('%s leads to %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});

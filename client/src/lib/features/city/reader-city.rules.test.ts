import { describe, expect, test } from 'vitest';
import { type Clues, chooseCity, ownCity } from './reader-city.rules.ts';

const city = (slug: string, zone: string, centreCount: number, partner = false) => ({
  slug,
  name: slug.toUpperCase(),
  zone,
  centreCount,
  partner,
});
const cities = [
  city('alytus', 'Europe/Vilnius', 20),
  city('kranj', 'Europe/Ljubljana', 4, true),
  city('lisboa', 'Europe/Lisbon', 9, true),
  city('nida', 'Europe/Vilnius', 0),
  city('vilnius', 'Europe/Vilnius', 17, true),
];
const nothing: Clues = { asked: null, remembered: undefined, memberOf: [], zone: 'Asia/Tokyo' };

describe('the city that somebody sees first', () => {
  test.each<[string, Partial<Clues>, string]>([
    ['what they ask for', { asked: 'kranj', remembered: 'lisboa' }, 'kranj'],
    ['what they chose last', { remembered: 'lisboa', memberOf: ['kranj'] }, 'lisboa'],
    ['where they are a member', { memberOf: ['nida', 'kranj'], zone: 'Europe/Vilnius' }, 'kranj'],
    ['a founding city by their clock', { zone: 'Europe/Vilnius' }, 'vilnius'],
    ['the founding city with the most centres', {}, 'vilnius'],
    ['another than one that is gone', { remembered: 'atlantis', zone: 'Europe/Lisbon' }, 'lisboa'],
  ])('is %s', (_, clues, slug) => {
    expect(chooseCity(cities, { ...nothing, ...clues })).toEqual({ city: expect.objectContaining({ slug }) });
  });

  test('is told apart from one that is not there or has no centre', () => {
    expect(chooseCity(cities, { ...nothing, asked: 'nida' })).toMatchObject({
      city: { slug: 'vilnius' },
      missing: { name: 'NIDA', known: true },
    });
    expect(chooseCity(cities, { ...nothing, asked: 'atlantis' }).missing).toEqual({ name: 'atlantis', known: false });
  });

  test('is none where no centre is', () => {
    expect(chooseCity([city('nida', 'Europe/Vilnius', 0)], nothing)).toEqual({ city: undefined });
  });
});

describe('the city of a reader', () => {
  test.each<[string, Partial<Clues>, string | undefined]>([
    ['what they chose last', { remembered: 'lisboa', memberOf: ['kranj'] }, 'lisboa'],
    ['where they are a member', { memberOf: ['kranj'] }, 'kranj'],
    ['one that has their clock', { zone: 'Europe/Ljubljana' }, 'kranj'],
    ['none, in a country without centres', {}, undefined],
  ])('is %s', (_, clues, slug) => {
    expect(ownCity(cities, { ...nothing, ...clues })?.slug).toBe(slug);
  });
});

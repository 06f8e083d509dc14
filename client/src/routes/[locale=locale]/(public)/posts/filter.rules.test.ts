import { expect, test } from 'vitest';
import { askedPosts, changed, filterOf, isCalendar, isNarrowed } from './filter.rules.ts';

const asked = (query: string) => askedPosts(new URLSearchParams(query));

test('an empty address asks for everything that still holds', () => {
  expect(isNarrowed(asked(''))).toBe(false);
  const { current, ...others } = filterOf(asked(''));
  expect(current).toBe(true);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

test('every part of the address reaches the filter', () => {
  expect(
    filterOf(
      asked('kind=offer&text=+molis+&city=vilnius&centre=technarium&type=kiln&language=pt&subject=partner&mine'),
    ),
  ).toEqual({
    kinds: ['OFFER'],
    text: 'molis',
    city: 'vilnius',
    centre: 'technarium',
    equipmentType: 'kiln',
    languages: ['pt'],
    subjects: ['PARTNER'],
    current: null,
    mine: true,
  });
});

test('what does not exist is not asked', () => {
  const { kinds, languages, subjects } = filterOf(asked('kind=sale&language=klingon&subject=love'));
  expect([kinds, languages, subjects]).toEqual([null, null, null]);
});

test('events alone stand in the order of their days, unless those that are over are asked for', () => {
  const calendars = ['kind=event', 'kind=event&city=kranj', 'kind=event&past', 'kind=event&mine', '', 'kind=offer'];
  expect(calendars.filter((query) => isCalendar(asked(query)))).toEqual(['kind=event', 'kind=event&city=kranj']);
});

test('a count of another kind keeps the other conditions', () => {
  expect(filterOf(asked('kind=offer&city=kranj'), 'EVENT')).toMatchObject({ kinds: ['EVENT'], city: 'kranj' });
});

test('the kind alone does not narrow the list, anything else does', () => {
  expect(isNarrowed(asked('kind=offer'))).toBe(false);
  expect(isNarrowed(asked('mine'))).toBe(true);
  expect(isNarrowed(asked('city=kranj'))).toBe(true);
});

test('a changed part starts the list anew and drops empty fields of the form', () => {
  const query = new URLSearchParams('text=&city=kranj&after=x');
  expect(changed(query, 'kind', 'event')).toBe('?city=kranj&kind=event');
  expect(changed(query, 'city', undefined)).toBe('');
});

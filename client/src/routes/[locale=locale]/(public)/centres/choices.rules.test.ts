import { expect, test } from 'vitest';
import { choicesOf } from './choices.rules.ts';

const cities = [
  { value: 'kaunas', label: 'Kaunas' },
  { value: 'vilnius', label: 'Vilnius' },
];
const found = [
  { value: 'kaunas', label: 'Kaunas', count: 0 },
  { value: 'vilnius', label: 'Vilnius', count: 3 },
];

test('only what leaves a centre can be chosen', () => {
  expect(choicesOf(found, cities, '')).toEqual([{ value: 'vilnius', label: 'Vilnius', count: 3 }]);
});

test('what is chosen stays, though it leaves none', () => {
  expect(choicesOf(found, cities, 'kaunas').map(({ value, count }) => [value, count])).toEqual([
    ['vilnius', 3],
    ['kaunas', 0],
  ]);
});

test('what is chosen stands there once, and what does not exist not at all', () => {
  expect(choicesOf(found, cities, 'vilnius')).toHaveLength(1);
  expect(choicesOf(found, cities, 'atlantis')).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { matches } from './equipment-choice.rules.ts';

test.each([
  ['', true],
  ['silko', true],
  ['STALAS šilkografijos', true],
  ['medzio', false],
])('Šilkografijos stalas is found by %j: %j', (sought, found) => {
  expect(matches({ name: 'Šilkografijos stalas' }, sought)).toBe(found);
});

import { expect, test } from 'vitest';
import { holds, nameOf, numbersOn, type Place, spotsOf } from './pins.rules.ts';

const at = (id: string, latitude: number, name = id): Place => ({
  id,
  name,
  href: `/lt/${id}`,
  latitude,
  longitude: 25,
});

test('places at one spot share a pin, which keeps their numbers in the list', () => {
  const spots = spotsOf([at('laser', 54), at('kiln', 55), at('printer', 54), at('loom', 54)]);
  expect(spots.map(({ numbers }) => numbers)).toEqual([[1, 3, 4], [2]]);
  expect(spots.map((spot) => numbersOn(spot.numbers))).toEqual(['1, 3 +1', '2']);
  expect(spots.map((spot) => holds(spot, 'printer'))).toEqual([true, false]);
});

test('a pin is called what stands there, each name once', () => {
  expect(spotsOf([at('a', 54, 'Rupert'), at('b', 54, 'LinkMenų fabrikas'), at('c', 54, 'Rupert')]).map(nameOf)).toEqual(
    ['Rupert, LinkMenų fabrikas'],
  );
});

test('a pin tells its first two numbers, and how many more there are', () => {
  expect([[7], [9, 2], [5, 1, 4], []].map(numbersOn)).toEqual(['7', '2, 9', '1, 4 +1', '']);
});

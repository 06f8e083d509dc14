import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, clip, groups, overlaps, type Position, pathOf, project, simplify } from './picture.rules.ts';

test('the equator and the meridian of Greenwich cross in the middle of the world', () => {
  expect(project({ latitude: 0, longitude: 0 })).toEqual([0.5, 0.5]);
  const [x, y] = project({ latitude: 54.69, longitude: 25.28 });
  expect([x, y].map((value) => value.toFixed(4))).toEqual(['0.5702', '0.3178']);
});

const unit = { west: 0, north: 0, east: 1, south: 1 };
const position = fc.tuple(fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: -2, max: 3, noNaN: true }));

test('nothing of a ring lies outside the box that it is cut to', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), (ring) => {
      for (const [x, y] of clip(ring, unit)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('a ring inside the box stays as it is, one around it becomes the box', () => {
  const inside: Position[] = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.5, 0.8],
  ];
  expect(clip(inside, unit)).toEqual(inside);
  const around = clip(
    [
      [-1, -1],
      [2, -1],
      [2, 2],
      [-1, 2],
    ],
    unit,
  );
  expect(boxAround(around)).toEqual(unit);
});

test('a path is written in whole steps, without what cannot be seen', () => {
  expect(
    pathOf([
      [0, 0],
      [10, 0],
      [10, 5.1],
      [10.2, 10],
    ]),
  ).toBe('M0 0l10 0 0 10z');
  expect(
    pathOf([
      [0, 0],
      [0.3, 0],
      [0, 0.3],
    ]),
  ).toBe('');
});

test('a simplified line keeps its ends and adds nothing', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 2, maxLength: 20 }), (line) => {
      const simple = simplify(line, 0.5);
      expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
      expect(simple.length).toBeLessThanOrEqual(line.length);
    }),
  );
});

test('boxes overlap also where they only touch', () => {
  expect(overlaps(unit, { west: 1, north: 1, east: 2, south: 2 })).toBe(true);
  expect(overlaps(unit, { west: 1.1, north: 0, east: 2, south: 1 })).toBe(false);
});

test('what is too near to be told apart stands together, in its middle', () => {
  const positions: Position[] = [
    [0, 0],
    [100, 0],
    [10, 0],
  ];
  expect(groups(positions, 36)).toEqual([
    { at: [5, 0], of: [0, 2] },
    { at: [100, 0], of: [1] },
  ]);
});

test('every place is in one group, and only those with another near by share one', () => {
  fc.assert(
    fc.property(fc.array(position), (positions) => {
      const found = groups(positions, 1);
      expect(found.flatMap(({ of }) => of).sort((a, b) => a - b)).toEqual([...positions.keys()]);
    }),
  );
});

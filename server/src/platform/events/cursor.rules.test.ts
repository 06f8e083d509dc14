import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePositions, decodeCursor, encodeCursor } from './cursor.rules.ts';

const position = fc.record({ xid: fc.bigInt(0n, 2n ** 64n - 1n), id: fc.bigInt(0n, 2n ** 63n - 1n) });

describe('a cursor', () => {
  test('leads back to its place in the log', () => {
    fc.assert(
      fc.property(position, (place) => {
        expect(decodeCursor(encodeCursor(place))).toEqual(place);
      }),
    );
  });

  test('orders by transaction first, then by row', () => {
    expect(comparePositions({ xid: 1n, id: 9n }, { xid: 2n, id: 1n })).toBe(-1);
    expect(comparePositions({ xid: 2n, id: 3n }, { xid: 2n, id: 1n })).toBe(1);
    expect(comparePositions({ xid: 2n, id: 3n }, { xid: 2n, id: 3n })).toBe(0);
  });

  test.each([
    '',
    '.',
    'a',
    'a.b.c',
    'A.1',
    `${'z'.repeat(14)}.1`,
    `${'z'.repeat(13)}.1`,
    `1.${'z'.repeat(13)}`,
    '1.\0',
    '-1.1',
  ])('%j is not one', (text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });
});

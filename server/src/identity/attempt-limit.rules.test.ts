import { expect, test } from 'vitest';
import { attemptLimit } from './attempt-limit.rules.ts';

const minute = 60_000;

test('attempts are spent one by one, by key, and come back when the time is over', () => {
  const limit = attemptLimit({ most: 2, milliseconds: minute });
  limit.note('a', 0);
  expect(limit.isSpent('a', 1)).toBe(false);
  limit.note('a', minute - 1);
  expect(limit.isSpent('a', minute - 1)).toBe(true);
  expect(limit.isSpent('b', minute - 1)).toBe(false);
  expect(limit.isSpent('a', minute)).toBe(false);
});

test('a success forgets the failures before it', () => {
  const limit = attemptLimit({ most: 1, milliseconds: minute });
  limit.note('a', 0);
  limit.forget('a');
  expect(limit.isSpent('a', 1)).toBe(false);
});

test('a flood of keys pushes out the oldest, not the newest', () => {
  const limit = attemptLimit({ most: 1, milliseconds: minute });
  for (let key = 0; key <= 50_000; key += 1) limit.note(String(key), key);
  expect(limit.isSpent('0', 50_000)).toBe(false);
  expect(limit.isSpent('1', 50_000)).toBe(true);
  expect(limit.isSpent('50000', 50_000)).toBe(true);
});

import { expect, test } from 'vitest';
import { readCode } from './unit-code.rules.ts';

test.each([
  ['K7M2QX', 'K7M2QX'],
  ['k7m-2qx', 'K7M2QX'],
  [' K7M 2QX ', 'K7M2QX'],
  ['k7mzqx', 'K7M2QX'],
  ['K7M20X', 'K7M2QX'],
  ['U7M2QX', 'V7M2QX'],
  ['K7M2Q', undefined],
  ['K7M2QXX', undefined],
  ['K7M2Q1', undefined],
  ['', undefined],
  ['K'.repeat(1000), undefined],
  ['ąčęėįš', undefined],
])('%j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

import { expect, test } from 'vitest';
import { readPoint, roughly, writePoint } from './place.rules.ts';

test.each([
  ['54.69,25.28', { latitude: 54.69, longitude: 25.28 }],
  ['-33.9,151.2', { latitude: -33.9, longitude: 151.2 }],
  ['91,10', undefined],
  ['10,181', undefined],
  ['54.69', undefined],
  ['north,east', undefined],
  ['', undefined],
  [null, undefined],
])('%j is the place %j', (text, point) => {
  expect(readPoint(text)).toEqual(point);
});

test('a place is told to about a kilometre', () => {
  expect(writePoint(roughly({ latitude: 54.687_157, longitude: 25.279_652 }))).toBe('54.69,25.28');
});

import { expect, test } from 'vitest';
import { longerEnds } from './longer-ends.rules.ts';

const at = (clock: string) => Date.parse(`2026-11-27T${clock}:00Z`);
const clocks = (ends: number[]) => ends.map((end) => new Date(end).toISOString().slice(11, 16));

test.each([
  ['12:00', '13:00', ['12:15', '12:30', '12:45', '13:00']],
  ['12:10', '12:40', ['12:15', '12:30', '12:40']],
  ['12:00', '12:05', ['12:05']],
  ['12:00', '12:00', []],
])('from %s one may go on until %s: %j', (end, latest, expected) => {
  expect(clocks(longerEnds(at(end), at(latest)))).toEqual(expected);
});

test('of many ends the latest is among those that are offered', () => {
  expect(clocks(longerEnds(at('08:00'), at('20:00'))).at(-1)).toBe('20:00');
  expect(longerEnds(at('08:00'), at('20:00'))).toHaveLength(16);
});

import { expect, test } from 'vitest';
import { stageOf } from './booking-state.rules.ts';

const booking = { state: 'CONFIRMED' as const, startsAt: '2026-11-27T10:00:00Z', endsAt: '2026-11-27T12:00:00Z' };

test.each([
  ['09:59:59', 'confirmed'],
  ['10:00:00', 'running'],
  ['11:59:59', 'running'],
  ['12:00:00', 'past'],
])('a booking from 10 to 12 is at %s %s', (clock, stage) => {
  expect(stageOf(booking, Date.parse(`2026-11-27T${clock}Z`))).toBe(stage);
});

test.each(['09:59:59', '10:00:00'])('a request waits at %s as well', (clock) => {
  expect(stageOf({ ...booking, state: 'REQUESTED' }, Date.parse(`2026-11-27T${clock}Z`))).toBe('waiting');
});

test.each([
  ['CHECKED_IN', '09:50:00', 'using'],
  ['CHECKED_IN', '12:00:00', 'past'],
  ['COMPLETED', '11:00:00', 'past'],
  ['NO_SHOW', '10:20:00', 'missed'],
] as const)('one that is %s is at %s %s', (state, clock, stage) => {
  expect(stageOf({ ...booking, state }, Date.parse(`2026-11-27T${clock}Z`))).toBe(stage);
});

test('a declined request stays declined when its time has passed', () => {
  expect(stageOf({ ...booking, state: 'DECLINED' }, Date.parse('2026-12-01T00:00:00Z'))).toBe('declined');
});

test('a cancelled booking stays cancelled when its time has passed', () => {
  expect(stageOf({ ...booking, state: 'CANCELLED' }, Date.parse('2026-12-01T00:00:00Z'))).toBe('cancelled');
});

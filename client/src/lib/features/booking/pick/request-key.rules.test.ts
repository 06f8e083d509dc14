import { expect, test } from 'vitest';
import { longestKey, requestKey } from './request-key.rules.ts';

const page = '01234567-89ab-4def-8123-456789abcdef';
const units = [{ id: 'one' }, { id: 'two' }];
const pick = { unitId: null, start: Date.parse('2026-11-26T12:00Z'), end: Date.parse('2026-11-26T14:00Z') };

test('the key of a request is the same for the same time and another for any other', () => {
  const keys = [
    requestKey(page, pick, units),
    requestKey(page, { ...pick, unitId: 'two' }, units),
    requestKey(page, { ...pick, end: pick.end + 60_000 }, units),
    requestKey(page, { ...pick, start: pick.start + 60_000 }, units),
  ];
  expect(requestKey(page, { ...pick }, units)).toBe(keys[0]);
  expect(new Set(keys).size).toBe(4);
});

test('the key of a request is short enough for the API', () => {
  const far = { unitId: 'two', start: Date.parse('2999-12-31T12:00Z'), end: Date.parse('2999-12-31T14:00Z') };
  expect(requestKey(page, far, units).length).toBeLessThanOrEqual(longestKey);
});

import { beforeEach, expect, test } from 'vitest';
import { type SignInLimit, signInLimit } from './sign-in-limit.ts';

const minute = 60_000;
const email = 'ona@example.org';
let now: number;
let limit: SignInLimit;
beforeEach(() => {
  now = 0;
  limit = signInLimit(
    () => now,
    async (_email, network) => network === 'home',
  );
});

const fail = (times: number, network: string) => {
  for (let time = 0; time < times; time += 1) limit.failed(email, network);
};
/** A hundred failures from many networks, few from each. */
const attack = () => {
  for (let network = 0; network < 20; network += 1) fail(5, `bot ${network}`);
};

test('from one network an address waits after ten failures, a quarter of an hour', async () => {
  fail(9, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
  fail(1, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(true);
  now = 15 * minute;
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
});

test('whoever fails elsewhere, or with another address, locks out nobody here', async () => {
  fail(10, 'cafe');
  expect(await limit.mustWait(email, 'home')).toBe(false);
  expect(await limit.mustWait(email, 'train')).toBe(false);
  expect(await limit.mustWait('kita@example.org', 'cafe')).toBe(false);
});

test('an address under attack from everywhere gets slower where its person is unknown', async () => {
  attack();
  expect(await limit.mustWait(email, 'new')).toBe(false);
  expect(await limit.mustWait(email, 'new')).toBe(true);
  expect(await limit.mustWait(email, 'home')).toBe(false);
  now = 20_000;
  expect(await limit.mustWait(email, 'new')).toBe(false);
  now = 15 * minute;
  expect([await limit.mustWait(email, 'new'), await limit.mustWait(email, 'new')]).toEqual([false, false]);
});

test('a success forgets the failures of that network, a new password those of all', async () => {
  fail(9, 'cafe');
  limit.succeeded(email, 'cafe');
  fail(9, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
  attack();
  fail(10, 'cafe');
  limit.reset(email);
  expect([await limit.mustWait(email, 'cafe'), await limit.mustWait(email, 'new')]).toEqual([false, false]);
});

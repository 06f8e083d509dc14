import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultNow } from '../../../../test/clock.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { createRateLimits } from '../../../platform/limits/rate-limits.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { networkDigest } from './network-digest.ts';
import { type SignInLimit, signInLimit } from './sign-in-limit.ts';

const minute = 60_000;
let world: World;
let limit: SignInLimit;
let email: string;
beforeAll(async () => {
  world = await embeddedWorld();
  const limits = createRateLimits(rowsOf(world.em()), 'secret');
  limit = signInLimit(limits, networkDigest('secret'), async (_email, network) => network === 'home');
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = defaultNow;
  email = `${newId()}@example.org`;
});

const fail = async (times: number, network: string) => {
  for (let time = 0; time < times; time += 1) await limit.failed(email, network);
};
/** A hundred failures from many networks, few from each. */
const attack = async () => {
  for (let network = 0; network < 20; network += 1) await fail(5, `bot ${network}`);
};

test('from one network an address waits after ten failures, a quarter of an hour', async () => {
  await fail(9, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
  await fail(1, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(true);
  world.now = new Date(defaultNow.getTime() + 15 * minute);
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
});

test('whoever fails elsewhere, or with another address, locks out nobody here', async () => {
  await fail(10, 'cafe');
  expect(await limit.mustWait(email, 'home')).toBe(false);
  expect(await limit.mustWait(email, 'train')).toBe(false);
  expect(await limit.mustWait('kita@example.org', 'cafe')).toBe(false);
});

test('an address under attack from everywhere gets slower where its person is unknown', async () => {
  await attack();
  expect(await limit.mustWait(email, 'new')).toBe(false);
  expect(await limit.mustWait(email, 'new')).toBe(true);
  expect(await limit.mustWait(email, 'home')).toBe(false);
  world.now = new Date(defaultNow.getTime() + 20_000);
  expect(await limit.mustWait(email, 'new')).toBe(false);
  world.now = new Date(defaultNow.getTime() + 15 * minute);
  expect([await limit.mustWait(email, 'new'), await limit.mustWait(email, 'new')]).toEqual([false, false]);
});

test('a success forgets the failures of that network, a new password those of all', async () => {
  await fail(9, 'cafe');
  await limit.succeeded(email, 'cafe');
  await fail(9, 'cafe');
  expect(await limit.mustWait(email, 'cafe')).toBe(false);
  await attack();
  await fail(10, 'cafe');
  await limit.reset(email);
  expect([await limit.mustWait(email, 'cafe'), await limit.mustWait(email, 'new')]).toEqual([false, false]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultNow } from '../../../test/clock.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import type { Context } from '../context/context.ts';
import type { RateLimits } from '../context/rate-limits.ts';
import { rowsOf } from '../database/database.ts';
import { createRateLimits } from '../limits/rate-limits.ts';
import { usualLimit } from './limit.ts';

let world: World;
let limits: RateLimits;
const people = { ona: '', petras: '' };
beforeAll(async () => {
  world = await embeddedWorld();
  people.ona = await makePerson(world);
  people.petras = await makePerson(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = defaultNow;
  await rowsOf(world.em()).deleteFrom('rate_limit').execute();
  limits = newProcess();
});

const newProcess = () => createRateLimits(rowsOf(world.em()), 'secret');
const renames = (times: number) =>
  `mutation { ${Array.from({ length: times }, (_, i) => `a${i}: updateProfile(input: { name: "Vardas ${i}" }) { email }`).join(' ')} }`;
const contextOf = async (personId: string | null, address = '203.0.113.9'): Promise<Context> => ({
  ...(await world.contextFor(personId)),
  address,
  limits,
});
const rename = async (personId: string, times: number) => {
  const { errors = [] } = await world.askIn(await contextOf(personId), renames(times));
  return errors.map(({ extensions }) => extensions);
};

describe('a member who changes something again and again', () => {
  test('is stopped at the limit, each alias counted, and told when to come back', async () => {
    expect(await rename(people.ona, 20)).toEqual([]);
    expect(await rename(people.ona, 20)).toEqual([]);
    world.now = new Date(defaultNow.getTime() + 20_500);
    expect(await rename(people.ona, 20)).toEqual([]);
    expect(await rename(people.ona, 2)).toEqual([{ code: 'TOO_MANY_REQUESTS', retryAfter: 40 }]);
    expect(await rename(people.petras, 1)).toEqual([]);
    world.now = new Date(defaultNow.getTime() + 60_000);
    expect(await rename(people.ona, 1)).toEqual([]);
  });

  test('is told so in words', async () => {
    for (let times = 0; times < 3; times += 1) await rename(people.ona, 20);
    const { errors } = await world.askIn({ ...(await contextOf(people.ona)), locale: 'lt' }, renames(1));
    expect(errors?.[0]?.message).toBe('Per dažnai. Bandykite dar kartą po 60 sekundžių.');
  });
});

test('what is done seldom and matters is counted by all processes together', async () => {
  const text = '{ me { personalData { __typename } } }';
  const ask = async (process: RateLimits) => {
    const { errors } = await world.askIn({ ...(await contextOf(people.ona)), limits: process }, text);
    return errors?.[0]?.extensions;
  };
  const processes = [newProcess(), newProcess()];
  for (let times = 0; times < 5; times += 1) {
    for (const process of processes) expect(await ask(process)).toBeUndefined();
  }
  for (const process of processes) expect(await ask(process)).toEqual({ code: 'TOO_MANY_REQUESTS', retryAfter: 600 });
});

test('changes are counted by all processes together, also the usual ones', async () => {
  for (const _process of [1, 2, 3]) {
    limits = newProcess();
    expect(await rename(people.ona, 20)).toEqual([]);
  }
  limits = newProcess();
  expect(await rename(people.ona, 1)).toEqual([{ code: 'TOO_MANY_REQUESTS', retryAfter: 60 }]);
});

test('nobody who may not do something is told how often it may be done', async () => {
  for (let times = 0; times < 60; times += 1) {
    await limits.count({ who: '203.0.113.9', action: 'Mutation.updateProfile' }, usualLimit);
  }
  const { code } = await world.askIn(await contextOf(null, '203.0.113.9'), renames(1));
  expect(code).toBe('SIGN_IN_REQUIRED');
});

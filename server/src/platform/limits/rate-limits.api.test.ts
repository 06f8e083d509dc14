import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultNow } from '../../../test/clock.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import type { RateLimits } from '../context/rate-limits.ts';
import { rowsOf } from '../database/database.ts';
import { forgetExpiredLimits } from './expired-limits.job.ts';
import { createRateLimits } from './rate-limits.ts';

let world: World;
let limits: RateLimits;
beforeAll(async () => {
  world = await embeddedWorld();
  limits = createRateLimits(db(), 'secret');
});
afterAll(() => world.close());

const minute = { times: 2, seconds: 60 };
const after = (seconds: number) => new Date(defaultNow.getTime() + seconds * 1000);
const db = () => rowsOf(world.em());
const count = (who: string, action: string, seconds: number) => {
  world.now = after(seconds);
  return limits.count({ who, action }, minute);
};

test('attempts are counted by who and what, and count anew when the time is over', async () => {
  expect(await count('ona', 'knock', 0)).toBeUndefined();
  expect(await count('ona', 'knock', 20)).toBeUndefined();
  expect(await count('ona', 'knock', 20.5)).toBe(40);
  expect(await count('ona', 'ring', 20.5)).toBeUndefined();
  expect(await count('petras', 'knock', 20.5)).toBeUndefined();
  expect(await count('ona', 'knock', 60)).toBeUndefined();
});

test('what was counted is told while it lasts, and forgotten by the beginning of its name', async () => {
  for (const deed of ['fail', 'fail here', 'reply']) await count('jonas', deed, 0);
  await count('jonas', 'fail', 1);
  const used = async (seconds: number) => {
    world.now = after(seconds);
    return Promise.all(['fail', 'fail here', 'reply'].map((action) => limits.used({ who: 'jonas', action })));
  };
  expect(await used(59)).toEqual([2, 1, 1]);
  expect(await used(60)).toEqual([0, 0, 0]);
  await limits.forget('jonas', 'fail');
  expect(await used(59)).toEqual([0, 0, 1]);
});

test('the table names nobody, and holds nothing that is over', async () => {
  await count('rasa@example.org', 'knock', 0);
  await count('rasa@example.org', 'ring', 30);
  await forgetExpiredLimits(db(), after(60));
  const rows = await db().selectFrom('rate_limit').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('rasa');
  expect(rows.map(({ key }) => key.split(':')[1])).toContain('ring');
  await forgetExpiredLimits(db(), after(90));
  expect(await db().selectFrom('rate_limit').selectAll().where('key', 'like', '%:ring').execute()).toEqual([]);
});

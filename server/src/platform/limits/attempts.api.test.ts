import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../database/database.ts';
import { forgetOldAttempts } from './attempts.job.ts';
import { countAttempt, forgetAttempts, readAttempts } from './attempts.service.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

const minute = { times: 2, seconds: 60 };
const after = (seconds: number) => new Date(world.now.getTime() + seconds * 1000);
const db = () => rowsOf(world.em());
const count = (who: string, deed: string, seconds: number) => countAttempt(db(), { who, deed }, minute, after(seconds));

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
  const read = async (seconds: number) =>
    Object.fromEntries(await readAttempts(db(), 'jonas', ['fail', 'fail here', 'reply'], after(seconds)));
  expect(await read(59)).toEqual({ fail: 2, 'fail here': 1, reply: 1 });
  expect(await read(60)).toEqual({});
  await forgetAttempts(db(), 'jonas', 'fail');
  expect(await read(59)).toEqual({ reply: 1 });
});

test('the table names nobody, and holds nothing that is over', async () => {
  await count('rasa@example.org', 'knock', 0);
  await count('rasa@example.org', 'ring', 30);
  await forgetOldAttempts(db(), after(60));
  const rows = await db().selectFrom('attempt_count').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('rasa');
  expect(rows.map(({ deed }) => deed)).toContain('ring');
  await forgetOldAttempts(db(), after(90));
  expect(await db().selectFrom('attempt_count').selectAll().where('deed', '=', 'ring').execute()).toEqual([]);
});

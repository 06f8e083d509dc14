import { migrations } from '@talka/migrations';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresWorld, type World } from '../../../test/world.ts';
import { presentError } from '../graphql/present-error.ts';
import { rowsOf } from './database.ts';
import { tookTooLong, withoutStatementLimit } from './statement-limit.ts';

let world: World;
beforeAll(async () => {
  world = await postgresWorld();
});
afterAll(() => world.close());

const limit = async (db: ReturnType<typeof rowsOf>) =>
  (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)).rows[0]?.statement_timeout;

test('a statement may take five seconds, one that loads many rows as long as it needs', async () => {
  expect(await limit(rowsOf(world.em()))).toBe('5s');
  const lifted = await world.em().transactional(async (em) => {
    await withoutStatementLimit(rowsOf(em as ReturnType<World['em']>));
    return limit(rowsOf(em as ReturnType<World['em']>));
  });
  expect(lifted).toBe('0');
  expect(await limit(rowsOf(world.em()))).toBe('5s');
});

test('who asked for too much is told to try later', async () => {
  const error = await world
    .em()
    .transactional(async (em) => {
      const db = rowsOf(em as ReturnType<World['em']>);
      await sql`set local statement_timeout = 20`.execute(db);
      await sql`select count(*) from generate_series(1, 1000000000)`.execute(db);
    })
    .catch((cause: unknown) => cause);
  expect(tookTooLong(error)).toBe(true);
  expect(presentError(error, 'en', pino({ level: 'silent' })).extensions).toEqual({ code: 'TRY_LATER' });
});

test('migrations keep their names where they may take as long as they need', async () => {
  const ran = await world.orm.migrator.getExecuted();
  expect(ran.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
});

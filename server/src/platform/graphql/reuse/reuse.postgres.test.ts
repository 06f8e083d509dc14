import { parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { makeSchema } from '../../../schema.ts';
import { rowsOf } from '../../database/database.ts';
import { forgetOldChanges } from './old-changes.job.ts';
import { createReuse, type Reuse } from './reuse.ts';

describe.skipIf(!(await hasPostgres()))('two processes that keep answers', () => {
  let world: World;
  let centre: string;
  let processes: [Reuse, Reuse];
  const schema = makeSchema();
  const document = parse('query ($id: ID!) { centre(id: $id) { name } }');
  const database = () => rowsOf(world.em());

  beforeAll(async () => {
    world = await postgresWorld();
    centre = await makeCentre(world, { name: 'First' });
    processes = [await createReuse(database()), await createReuse(database())];
  });
  afterAll(() => world.close());

  async function names(): Promise<string[]> {
    const answers: string[] = [];
    for (const { answer } of processes) {
      const { data } = await answer({
        schema,
        document,
        variables: { id: centre },
        context: await world.contextFor(null),
      });
      answers.push((data as { centre: { name: string } }).centre.name);
    }
    return answers;
  }
  const rename = (name: string, db = database()) =>
    sql`update centre set name = ${name} where id = ${centre}`.execute(db);

  test('both give what was committed last', async () => {
    for (const name of ['Second', 'Third', 'Fourth', 'Fifth']) {
      await rename(name);
      for (const _again of [1, 2, 3]) expect(await names()).toEqual([name, name]);
    }
  });

  test('see a transaction once it ends, also one that began before others', async () => {
    const transaction = await database().startTransaction().execute();
    await sql`select pg_current_xact_id()`.execute(transaction);
    const older = await database().startTransaction().execute();
    await rename('Kept for later', older);
    await sql`update city set name = 'Elsewhere'`.execute(transaction);
    await transaction.commit().execute();
    for (const _again of [1, 2, 3]) expect(await names()).toEqual(['Fifth', 'Fifth']);
    await older.commit().execute();
    expect(await names()).toEqual(['Kept for later', 'Kept for later']);
  });

  test('forget nothing where a transaction was taken back', async () => {
    const transaction = await database().startTransaction().execute();
    await rename('Never', transaction);
    expect(await names()).toEqual(['Kept for later', 'Kept for later']);
    await transaction.rollback().execute();
    for (const _again of [1, 2]) expect(await names()).toEqual(['Kept for later', 'Kept for later']);
  });

  test('hear of a transaction that ended after others were forgotten', async () => {
    const anHourOn = async () => {
      world.now = new Date(world.now.getTime() + 3_600_000);
      await forgetOldChanges(database(), world.now);
    };
    await anHourOn();
    const long = await database().startTransaction().execute();
    await rename('After the night', long);
    expect(await names()).toEqual(['Kept for later', 'Kept for later']);
    await anHourOn();
    await sql`update city set name = 'Nowhere'`.execute(database());
    await long.commit().execute();
    await anHourOn();
    expect(await names()).toEqual(['After the night', 'After the night']);
    await anHourOn();
    const { rows } = await sql`select from table_change`.execute(database());
    expect(rows).toEqual([]);
  });

  test('never answer from before a write that ended before the question, however many ask', async () => {
    const asking = async ({ answer }: Reuse, round: number): Promise<void> => {
      const name = `Round ${round}`;
      const ask = async () => {
        const { data } = await answer({
          schema,
          document,
          variables: { id: centre },
          context: await world.contextFor(null),
        });
        return Number((data as { centre: { name: string } }).centre.name.split(' ')[1]);
      };
      const early = Array.from({ length: 4 }, ask);
      await rename(name);
      const late = await Promise.all(Array.from({ length: 8 }, ask));
      expect(late.every((seen) => seen === round)).toBe(true);
      expect((await Promise.all(early)).every((seen) => Number.isNaN(seen) || seen >= round - 1)).toBe(true);
    };
    for (let round = 1; round <= 20; round += 1) await asking(processes[round % 2] as Reuse, round);
  });
});

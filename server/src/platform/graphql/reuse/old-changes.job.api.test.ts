import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { forgetOldChanges } from './old-changes.job.ts';

let world: World;
let centre: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { name: 'First' });
});
afterAll(() => world.close());

const database = () => rowsOf(world.em());
const change = (name: string) => sql`update centre set name = ${name} where id = ${centre}`.execute(database());
async function noted(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from table_change`.execute(database());
  return rows[0]?.count ?? 0;
}
async function shown(): Promise<string | undefined> {
  const question = 'query ($id: ID!) { centre(id: $id) { name } }';
  return (await world.ask<{ centre: { name: string } }>(null, question, { id: centre })).data?.centre.name;
}
async function runAfter(minutes: number): Promise<void> {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
  await forgetOldChanges(database(), world.now);
}
beforeEach(() => runAfter(60));

describe('changes that nobody looks for', () => {
  test('are kept until the second run after them', async () => {
    await runAfter(60);
    expect(await noted()).toBe(0);
    for (const name of ['Second', 'Third', 'Fourth']) await change(name);
    await runAfter(60);
    expect(await noted()).toBe(3);
    await runAfter(60);
    expect(await noted()).toBe(0);
  });

  test('are kept where runs follow each other closely', async () => {
    await change('Fifth');
    const before = await noted();
    for (const _run of [1, 2, 3]) await runAfter(4);
    expect(await noted()).toBe(before);
  });

  test('are kept on a server that was started again', async () => {
    await change('Seventh');
    await sql`update installation_fact set value = jsonb_set(value, '{epoch}', '"before"')
      where key = 'reuse.sight'`.execute(database());
    const before = await noted();
    await runAfter(60);
    expect(await noted()).toBe(before);
  });
});

test('an answer that is kept is never stale by it', async () => {
  for (let round = 1; round <= 12; round += 1) {
    for (const _again of [1, 2, 3]) await shown();
    await runAfter(60);
    await change(`Round ${round}`);
    await runAfter(60);
    expect(await shown()).toBe(`Round ${round}`);
  }
});

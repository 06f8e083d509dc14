import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { countKept, keptAndComputed, numbers } from '../../../../test/next-free.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { readNextFree } from './next-free.reader.ts';

let world: World;
const centres: string[] = [];
const equipment: string[] = [];
const units: string[] = [];

beforeAll(async () => {
  world = await embeddedWorld();
  world.now = new Date('2026-10-21T05:00:00Z');
  const city = await makeCity(world);
  for (const zone of ['Europe/Vilnius', 'Europe/Lisbon']) {
    const centre = await makeCentre(world, { city, zone, hours: [{ opens: '08:00', closes: '20:00' }] });
    centres.push(centre);
    for (const rules of [
      {},
      { bufferAfterMinutes: 30, gridMinutes: 60, units: 2 },
      { horizonDays: 1, leadMinutes: 90 },
    ]) {
      const made = await makeEquipment(world, { centre, ...rules });
      equipment.push(made.id);
      units.push(...made.units);
    }
  }
});
afterAll(() => world.close());

const random = numbers(20_261_021);
const one = <T>(values: readonly T[]): T => values[random(values.length)] as T;
const run = (statement: RawBuilder<unknown>) => statement.execute(rowsOf(world.em()));
const half = 1_800_000;
/** Some time from a day ago to sixteen days ahead, mostly soon; often so long that it fills days. */
function someTime(): RawBuilder<unknown> {
  const slot = Math.floor(world.now.getTime() / half) - 48 + random(one([100, 100, 16 * 48]));
  const length = one([1, 2, 3, 8, 48, 48 * 5]);
  return sql`tstzrange(${new Date(slot * half)}::timestamptz, ${new Date((slot + length) * half)}::timestamptz)`;
}
const someRow = (table: string) =>
  sql`(select id from ${sql.table(table)} order by md5(id::text || ${random(1e6)}::text) limit 1)`;

const writes: (() => Promise<unknown>)[] = [
  () =>
    run(sql`insert into occupancy (id, unit_id, during, kind, blocking)
      values (${newId()}, ${one(units)}, ${someTime()}, 'maintenance', true) on conflict do nothing`),
  () => run(sql`update occupancy set blocking = false where id = ${someRow('occupancy')}`),
  () => run(sql`delete from occupancy where id = ${someRow('occupancy')}`),
  () =>
    run(sql`update occupancy o set during = ${someTime()} where id = ${someRow('occupancy')} and not exists (
      select from occupancy other where other.unit_id = o.unit_id and other.id <> o.id)`),
];
const rareWrites: (() => Promise<unknown>)[] = [
  () => run(sql`update unit set withdrawn_at = ${one([world.now, null])} where id = ${one(units)}`),
  () =>
    run(sql`update equipment set minimum_minutes = ${one([30, 60, 240])}, lead_minutes = ${one([0, 60, 1500])},
      buffer_before_minutes = ${one([0, 45])}, horizon_days = ${one([0, 1, 60])} where id = ${one(equipment)}`),
  () =>
    run(sql`insert into opening_exception (id, centre_id, equipment_id, kind, starts_on, ends_on)
      select ${newId()}, centre_id, ${one([sql`id`, sql`null`])}, 'closed', ${world.now}::date, ${world.now}::date + 1
      from equipment where id = ${one(equipment)}`),
  () => run(sql`delete from opening_exception where id = ${someRow('opening_exception')}`),
  () =>
    run(
      sql`update opening_rule set closes = ${one(['18:30', '20:00', '24:00'])} where id = ${someRow('opening_rule')}`,
    ),
  () => run(sql`update centre set zone = ${one(['Europe/Vilnius', 'Atlantic/Azores'])} where id = ${one(centres)}`),
];

test('after thousands of changes, as the clock runs, the kept answers are those that follow from all rows', {
  timeout: 120_000,
}, async () => {
  const seen = { free: 0, none: 0, kept: 0 };
  for (let round = 0; round < 130; round += 1) {
    for (let write = 0; write < 16; write += 1) await one(random(6) === 0 ? rareWrites : writes)();
    seen.kept += await countKept(world);
    const { kept, computed } = await keptAndComputed(world, equipment);
    expect({ round, kept }).toEqual({ round, kept: computed });
    for (const answer of Object.values(computed)) seen[answer ? 'free' : 'none'] += 1;
    world.now = new Date(world.now.getTime() + one([0, 60_000, 700_000, 12 * 3_600_000]));
  }
  expect(seen.free).toBeGreaterThan(150);
  expect(seen.none).toBeGreaterThan(50);
  // A change of one leaves the others' answers alone, and one far away even its own.
  expect(seen.kept).toBeGreaterThan(130);
});

test('an answer that holds costs one statement, one that a change touched is found anew once', async () => {
  const { id, units: own } = await makeEquipment(world, { centre: centres[0] ?? '' });
  const read = () => statementsOf(world, async () => readNextFree(await world.contextFor(null), [id]));
  const first = await read();
  expect((await read()).length).toBe(first.length - 4);
  const at = new Date(world.now.getTime() + 1000 * half);
  await run(sql`insert into occupancy (id, unit_id, during, kind, blocking)
    values (${newId()}, ${own[0]}, tstzrange(${at}, ${new Date(at.getTime() + half)}), 'booking', true)`);
  expect((await read()).length).toBe(first.length - 4);
  await run(
    sql`update occupancy set during = tstzrange(${new Date(world.now.getTime() - half)}, ${at}) where unit_id = ${own[0]}`,
  );
  expect((await read()).length).toBe(first.length);
  expect((await read()).length).toBe(first.length - 4);
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askToCancel, askToMove } from '../../../../test/bookings.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { countKept, keptAndComputed, numbers } from '../../../../test/next-free.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { readNextFree } from './next-free.reader.ts';

describe.runIf(await hasPostgres())('the next free time while everybody books', () => {
  let world: World;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());

  test('is never older than the last change, whoever reads and writes at once', async () => {
    const person = await makePerson(world);
    const first = await makeEquipment(world, { units: 2 });
    const equipment = [first.id];
    for (let index = 0; index < 4; index += 1)
      equipment.push((await makeEquipment(world, { centre: first.centre })).id);
    const random = numbers(5);
    const booked: { id: string; version: number }[] = [];
    const failures: unknown[] = [];
    const soon = () => {
      const start = world.now.getTime() + 3_600_000 + random(40) * 1_800_000;
      return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
    };
    const acts = [
      async () => {
        const { answer, errors } = await ask(world, person, { equipmentId: equipment[random(5)] ?? '', ...soon() });
        if (errors) failures.push(errors);
        if (answer?.booking) booked.push(answer.booking);
      },
      async () => {
        const some = booked.splice(random(Math.max(1, booked.length)), 1)[0];
        if (some) await askToCancel(world, person, { bookingId: some.id, version: some.version });
      },
      async () => {
        const some = booked.splice(random(Math.max(1, booked.length)), 1)[0];
        const moved =
          some && (await askToMove(world, person, { bookingId: some.id, version: some.version, ...soon() }));
        if (moved?.errors) failures.push(moved.errors);
        if (moved?.answer?.booking) booked.push(moved.answer.booking);
      },
      async () => {
        await sql`update opening_rule set closes = ${random(2) ? '19:00' : '20:00'} where centre_id = ${first.centre}`.execute(
          rowsOf(world.em()),
        );
      },
      async () => void (await readNextFree(await world.contextFor(null), equipment)),
    ];
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(Array.from({ length: 16 }, () => acts[random(random(3) ? 3 : 5)]?.()));
      const { kept, computed } = await keptAndComputed(world, equipment);
      expect({ round, kept }).toEqual({ round, kept: computed });
    }
    expect(failures).toEqual([]);
    expect(await countKept(world)).toBe(5);
  });
});

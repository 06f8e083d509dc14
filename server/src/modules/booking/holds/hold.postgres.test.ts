import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askToMove } from '../../../../test/bookings.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToClaim, askToHold, askToRelease } from '../../../../test/holds.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const slot = { startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' };
const later = (hours: number) => ({
  startsAt: new Date(Date.parse(slot.startsAt) + hours * 3_600_000).toISOString(),
  endsAt: new Date(Date.parse(slot.endsAt) + hours * 3_600_000).toISOString(),
});
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe.runIf(await hasPostgres())('holds at the same moment', () => {
  let world: World;
  let people: string[];
  beforeAll(async () => {
    world = await postgresWorld();
    people = await times(20, () => makePerson(world));
  });
  afterAll(() => world.close());

  const kinds = (answers: readonly ({ __typename: string } | undefined)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const answer of answers) {
      const kind = answer?.__typename ?? 'error';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  };
  const standing = async (equipmentId: string) => {
    const { rows } = await sql<{ kind: string; state: string | null }>`
      select occupancy.kind, hold.state from occupancy join unit on unit.id = occupancy.unit_id
      left join hold on hold.id = occupancy.hold_id
      where unit.equipment_id = ${equipmentId} and occupancy.blocking`.execute(rowsOf(world.em()));
    return rows;
  };
  const pass = (minutes: number) => {
    world.now = new Date(world.now.getTime() + minutes * 60_000);
  };

  test('of visitors who want one time one gets it, the others are told who waits for whom', async () => {
    const { id } = await makeEquipment(world);
    const results = await times(20, () => askToHold(world, null, { equipmentId: id, ...slot }));
    expect(results.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(kinds(results.map(({ answer }) => answer))).toEqual({ TimeHeld: 1, BookingRefused: 19 });
    expect(await standing(id)).toEqual([{ kind: 'hold', state: 'held' }]);
  });

  test('a hold and a booking of one time: one of them has it, ten times over', async () => {
    const seen: Record<string, number> = {};
    for (let round = 0; round < 10; round += 1) {
      const { id } = await makeEquipment(world);
      const results = await Promise.all([
        times(5, () => askToHold(world, null, { equipmentId: id, ...slot })),
        times(5, (index) => ask(world, people[index] ?? '', { equipmentId: id, ...slot })),
      ]);
      const counts = kinds(results.flat().map(({ answer }) => answer));
      expect((counts.TimeHeld ?? 0) + (counts.Booked ?? 0)).toBe(1);
      expect(counts.BookingRefused).toBe(9);
      expect(await standing(id)).toHaveLength(1);
      for (const [kind, count] of Object.entries(counts)) seen[kind] = (seen[kind] ?? 0) + count;
    }
    expect(seen.BookingRefused).toBe(90);
  });

  test('one request sent ten times at once holds once, and every sender hears of that hold', async () => {
    const { id } = await makeEquipment(world, { units: 10 });
    const token = randomUUID();
    const results = await times(10, () => askToHold(world, null, { equipmentId: id, ...slot, token }));
    const codes = results.flatMap(({ code }) => code ?? []);
    expect(codes).toEqual([]);
    expect(new Set(results.map(({ hold }) => hold?.id)).size).toBe(1);
    expect(await standing(id)).toHaveLength(1);
  });

  test('a person who holds five times at once holds one of them', async () => {
    const { id } = await makeEquipment(world);
    const [person = ''] = people;
    const results = await times(5, (index) => askToHold(world, person, { equipmentId: id, ...later(index) }));
    expect(results.filter(({ code }) => code !== undefined && code !== 'CONFLICT')).toEqual([]);
    expect(await standing(id)).toEqual([{ kind: 'hold', state: 'held' }]);
  });

  test('of ten people who want a time that ran out one books it', async () => {
    const { id } = await makeEquipment(world, { units: 2, horizonDays: 30 });
    await times(2, () => askToHold(world, null, { equipmentId: id, ...later(24) }));
    pass(15);
    const results = await times(10, (index) => ask(world, people[index] ?? '', { equipmentId: id, ...later(24) }));
    expect(results.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(kinds(results.map(({ answer }) => answer))).toEqual({ Booked: 2, BookingRefused: 8 });
    expect(await standing(id)).toEqual([
      { kind: 'booking', state: null },
      { kind: 'booking', state: null },
    ]);
  });

  test('a booking that moves onto time that ran out meets others who want it', async () => {
    const { id } = await makeEquipment(world, { horizonDays: 30 });
    const booked = await ask(world, people[0] ?? '', { equipmentId: id, ...later(48) });
    await askToHold(world, null, { equipmentId: id, ...later(50) });
    pass(15);
    const bookingId = booked.answer?.booking?.id ?? '';
    const [moved, made, held] = await Promise.all([
      askToMove(world, people[0] ?? '', { bookingId, version: 1, ...later(50) }),
      ask(world, people[1] ?? '', { equipmentId: id, ...later(50) }),
      askToHold(world, null, { equipmentId: id, ...later(50) }),
    ]);
    const counts = kinds([moved.answer, made.answer, held.answer]);
    expect((counts.Booked ?? 0) + (counts.TimeHeld ?? 0)).toBe(1);
    expect(counts.BookingRefused).toBe(2);
  });

  test('two people who claim one hold: it is that of one', async () => {
    const { id } = await makeEquipment(world);
    for (let round = 0; round < 5; round += 1) {
      const { token } = await askToHold(world, null, { equipmentId: id, ...later(round) });
      const claims = await times(2, (index) => askToClaim(world, people[10 + index] ?? '', token, { replace: true }));
      expect(claims.map(({ code }) => code ?? 'claimed').sort()).toEqual(['NOT_FOUND', 'claimed']);
    }
  });

  test('who follows links to two holds at once has one of them', async () => {
    const { id } = await makeEquipment(world, { units: 2 });
    const [, , , , person = ''] = people;
    const sent = await times(2, () => askToHold(world, null, { equipmentId: id, ...slot }));
    const claims = await Promise.all(sent.map(({ token }) => askToClaim(world, person, token)));
    expect(claims.map(({ code }) => code ?? 'claimed').sort()).toEqual(['CONFLICT', 'claimed']);
    expect(await standing(id)).toHaveLength(2);
  });

  test('a release and a booking of one hold at once: the booking stands', async () => {
    const { id } = await makeEquipment(world);
    const [, , , person = ''] = people;
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    await askToClaim(world, person, token, { replace: true });
    const [released, booked] = await Promise.all([
      askToRelease(world, person, token),
      ask(world, person, { equipmentId: id, ...slot }),
    ]);
    expect(released.code).toBeUndefined();
    expect(booked.answer?.__typename).toBe('Booked');
    expect(await standing(id)).toEqual([{ kind: 'booking', state: null }]);
  });
});

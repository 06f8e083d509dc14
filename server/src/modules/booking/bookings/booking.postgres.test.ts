import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askToCancel, askToMove, type BookingAnswer } from '../../../../test/bookings.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const slot = { startsAt: '2026-11-25T12:00:00Z', endsAt: '2026-11-25T13:00:00Z' };
const hours = (start: number, length = 1) => ({
  startsAt: new Date(Date.parse('2026-11-25T00:00:00Z') + start * 3_600_000).toISOString(),
  endsAt: new Date(Date.parse('2026-11-25T00:00:00Z') + (start + length) * 3_600_000).toISOString(),
});
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe.runIf(await hasPostgres())('bookings at the same moment', () => {
  let world: World;
  let people: string[];
  beforeAll(async () => {
    world = await postgresWorld();
    people = await times(50, () => makePerson(world));
  });
  afterAll(() => world.close());

  /** What never may be: two blocking rows of a unit that overlap, or taken time that is not its booking's. */
  async function contradictions(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from occupancy a join occupancy b
          on a.unit_id = b.unit_id and a.id < b.id and a.during && b.during where a.blocking and b.blocking)::int
        + (select count(*) from booking b left join occupancy o on o.booking_id = b.id
          join equipment e on e.id = b.equipment_id
          where o.id is null or o.unit_id <> b.unit_id or o.blocking <> (b.state in ('confirmed', 'checked_in'))
            or lower(o.during) <> b.starts_at - make_interval(mins => e.buffer_before_minutes)
            or upper(o.during) <> b.ends_at + make_interval(mins => e.buffer_after_minutes))::int as count
      `.execute(rowsOf(world.em()));
    return rows[0]?.count ?? Number.NaN;
  }

  function kinds(results: readonly { answer: BookingAnswer | undefined }[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { answer } of results) {
      const kind = answer?.__typename ?? 'error';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  }

  test('of 50 people who want one unit exactly one gets it, the others are told that it is taken', async () => {
    const { id } = await makeEquipment(world, { bufferAfterMinutes: 15 });
    const results = await times(50, (index) => ask(world, people[index] ?? '', { equipmentId: id, ...slot }));
    expect(results.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(kinds(results)).toEqual({ Booked: 1, BookingRefused: 49 });
    for (const { answer } of results) {
      if (!answer?.reasons) continue;
      expect(answer.reasons.map((reason) => reason.condition)).toEqual(['SLOT_FREE']);
      expect(answer.alternatives?.length).toBeGreaterThan(0);
    }
    expect(await contradictions()).toBe(0);
  });

  test('three units go to three of 50, whichever unit each gets', async () => {
    const { id, units } = await makeEquipment(world, { units: 3 });
    const results = await times(50, (index) => ask(world, people[index] ?? '', { equipmentId: id, ...slot }));
    expect(kinds(results)).toEqual({ Booked: 3, BookingRefused: 47 });
    const given = results.flatMap(({ answer }) => answer?.booking?.unit.id ?? []);
    expect(given.sort()).toEqual([...units].sort());
    expect(await contradictions()).toBe(0);
  });

  test('one request sent 20 times at once books once, and every sender gets that booking', async () => {
    const { id } = await makeEquipment(world, { units: 30 });
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'the same' };
    const results = await times(20, () => ask(world, people[0] ?? '', wish));
    expect(kinds(results)).toEqual({ Booked: 20 });
    expect(new Set(results.map(({ answer }) => answer?.booking?.id)).size).toBe(1);
    expect(results.filter(({ answer }) => !answer?.repeated)).toHaveLength(1);
    const { rows } = await sql`select id from booking where equipment_id = ${id}`.execute(rowsOf(world.em()));
    expect(rows).toHaveLength(1);
  });

  test('a key used for two wishes at once makes one of them, and spoils nothing for the others', async () => {
    const equipment = await times(12, () => makeEquipment(world));
    const results = await times(12, (index) =>
      ask(world, people[Math.max(index, 1)] ?? '', {
        equipmentId: equipment[index]?.id ?? '',
        ...slot,
        idempotencyKey: index < 2 ? 'for two' : `of ${index}`,
      }),
    );
    expect(kinds(results.slice(2))).toEqual({ Booked: 10 });
    expect(kinds(results.slice(0, 2))).toEqual({ Booked: 1, error: 1 });
    expect(results.flatMap(({ code }) => code ?? [])).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await contradictions()).toBe(0);
  });

  test('a refused request sent 20 times at once is refused 20 times and may be sent again', async () => {
    const { id } = await makeEquipment(world);
    const first = await ask(world, people[0] ?? '', { equipmentId: id, ...slot });
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'refused' };
    expect(kinds(await times(20, () => ask(world, people[1] ?? '', wish)))).toEqual({ BookingRefused: 20 });
    const { id: bookingId = '', version = 0 } = first.answer?.booking ?? {};
    await askToCancel(world, people[0] ?? '', { bookingId, version });
    expect((await ask(world, people[1] ?? '', wish)).answer).toMatchObject({ __typename: 'Booked', repeated: false });
  });

  test('two bookings that want each other’s time both stay where they are, ten times in a row', async () => {
    const { id, units } = await makeEquipment(world, { units: 2 });
    const [one = '', two = ''] = people;
    for (let round = 0; round < 10; round += 1) {
      const [mine, theirs] = [hours(24 * round + 9), hours(24 * round + 11)];
      // Odd rounds change places between two units, even ones on the same unit.
      const other = round % 2 === 0 ? units[0] : units[1];
      const a = await ask(world, one, { equipmentId: id, unitId: units[0], ...mine });
      const b = await ask(world, two, { equipmentId: id, unitId: other, ...theirs });
      const [x, y] = [a.answer?.booking, b.answer?.booking];
      const results = await Promise.all([
        askToMove(world, one, { bookingId: x?.id ?? '', version: 1, unitId: other, ...theirs }),
        askToMove(world, two, { bookingId: y?.id ?? '', version: 1, unitId: units[0], ...mine }),
      ]);
      expect(kinds(results)).toEqual({ BookingRefused: 2 });
    }
    expect(await contradictions()).toBe(0);
  });

  test('of ten people who move to one free time exactly one arrives', async () => {
    const { id } = await makeEquipment(world, { horizonDays: 30 });
    const booked = await times(10, (index) =>
      ask(world, people[index] ?? '', { equipmentId: id, ...hours(24 * index + 9) }),
    );
    const target = hours(24 * 12 + 9);
    const moved = await times(10, (index) =>
      askToMove(world, people[index] ?? '', {
        bookingId: booked[index]?.answer?.booking?.id ?? '',
        version: 1,
        ...target,
      }),
    );
    expect(kinds(moved)).toEqual({ Booked: 1, BookingRefused: 9 });
    expect(await contradictions()).toBe(0);
  });

  test('of two changes of one version the second is told that it is stale', async () => {
    const { id } = await makeEquipment(world);
    const { answer } = await ask(world, people[0] ?? '', { equipmentId: id, ...slot });
    const bookingId = answer?.booking?.id ?? '';
    const results = await times(5, (index) =>
      askToMove(world, people[0] ?? '', { bookingId, version: 1, ...hours(24 + 8 + index) }),
    );
    expect(results.filter((each) => each.answer?.__typename === 'Booked')).toHaveLength(1);
    expect(results.filter((each) => each.code === 'STALE_VERSION')).toHaveLength(4);
  });

  test('whatever ten people do at once, no time is ever taken twice', async () => {
    const { id } = await makeEquipment(world, { units: 2, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
    // A small generator, so that a failing history can be played again.
    let state = 20_261_125;
    const random = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const known: { id: string; version: number; owner: string }[] = [];
    const failures: unknown[] = [];
    const act = async () => {
      const person = people[random(10)] ?? '';
      const time = hours(24 + 6 + random(20) / 2, 0.5 + random(6) / 2);
      const mine = known.filter(({ owner }) => owner === person);
      const some = mine[random(Math.max(1, mine.length))];
      const choice = random(4);
      if (!some || choice < 2) {
        const { answer, errors } = await ask(world, person, { equipmentId: id, ...time });
        if (errors) failures.push(...errors);
        if (answer?.booking) known.push({ ...answer.booking, owner: person });
      } else if (choice === 2) {
        const { answer, errors, code } = await askToMove(world, person, {
          bookingId: some.id,
          version: some.version,
          ...time,
        });
        if (errors && code !== 'STALE_VERSION' && code !== 'CONFLICT') failures.push(...errors);
        if (answer?.booking) some.version = answer.booking.version;
      } else {
        const { errors, code } = await askToCancel(world, person, { bookingId: some.id, version: some.version });
        if (errors && code !== 'STALE_VERSION') failures.push(...errors);
      }
    };
    for (let round = 0; round < 25; round += 1) await times(10, act);
    expect(failures).toEqual([]);
    expect(known.length).toBeGreaterThan(10);
    expect(await contradictions()).toBe(0);
  });
});

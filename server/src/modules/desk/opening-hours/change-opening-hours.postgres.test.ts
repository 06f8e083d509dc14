import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask as book } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { changeHours, impactOfHours, week } from '../../../../test/opening-hours.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { until } from '../../../../test/until.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { rangeOf } from '../../booking/occupancy/occupancy.sql.ts';

const slot = { startsAt: '2026-11-27T14:00:00.000Z', endsAt: '2026-11-27T15:00:00.000Z' };
const during = rangeOf({ start: Date.parse(slot.startsAt), end: Date.parse(slot.endsAt) });
/** 16:00 to 17:00 in Vilnius lies outside. */
const short = week('08:00', '15:00');

describe.runIf(await hasPostgres())('hours that change at the same moment', () => {
  let world: World;
  let managers: [string, string];
  let booker: string;
  let centre: string;
  let laser: MadeEquipment;
  beforeAll(async () => {
    world = await postgresWorld();
    booker = await makePerson(world);
    managers = [await makePerson(world), await makePerson(world)];
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    centre = await makeCentre(world);
    for (const personId of managers) await makeMembership(world, { personId, centreId: centre, role: 'manager' });
    laser = await makeEquipment(world, { centre });
  });

  const shorten = (manager = managers[0], version = 1) =>
    changeHours(world, manager, { centreId: centre, version, weekly: short });
  const tryToBook = () => book(world, booker, { equipmentId: laser.id, ...slot });
  /** Until so many transactions wait for others. */
  const waiting = (count: number) =>
    until(async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(rowsOf(world.em()));
      return rows[0]?.count === count;
    });

  /** Runs `work` while a transaction of a third has done `statement`, which is then taken back. */
  async function heldUpBy<Result>(statement: ReturnType<typeof sql>, work: () => Promise<Result>): Promise<Result> {
    const em = world.em();
    await em.begin();
    await statement.execute(rowsOf(em));
    const result = await work();
    await em.rollback();
    return result;
  }

  test('a booking under way is waited for, and is then in the list', async () => {
    const inTheWay = sql`insert into occupancy (id, unit_id, during, kind, blocking)
      values (gen_random_uuid(), ${laser.units[0]}, ${during}::tstzrange, 'maintenance', true)`;
    const { booking, change } = await heldUpBy(inTheWay, async () => {
      const booking = tryToBook();
      await waiting(1);
      const change = shorten();
      await waiting(2);
      return { booking, change };
    });
    const { answer } = await booking;
    expect(answer?.__typename).toBe('Booked');
    const { unsaved } = await change;
    expect(unsaved?.impact.bookings.nodes.map((node) => node.booking.id)).toEqual([answer?.booking?.id]);
  });

  test('a booking that comes later waits, and is decided by the new hours', async () => {
    const rulesInUse = sql`select id from opening_rule where centre_id = ${centre} for update`;
    const { booking, change } = await heldUpBy(rulesInUse, async () => {
      const change = shorten();
      await waiting(1);
      const booking = tryToBook();
      await waiting(2);
      return { booking, change };
    });
    expect((await change).saved?.plan.version).toBe(2);
    expect((await booking).answer?.reasons?.map(({ condition }) => condition)).toEqual(['OPENING_HOURS']);
  });

  test('of a booking and a change one is told of the other, whoever is faster', async () => {
    for (let round = 0; round < 20; round += 1) {
      const each = await makeEquipment(world, { centre });
      const [{ answer }, { saved, unsaved, code }] = await Promise.all([
        book(world, booker, { equipmentId: each.id, ...slot }),
        changeHours(world, managers[0], { equipmentId: each.id, version: 1, weekly: short }),
      ]);
      expect(code).toBeUndefined();
      const outcome = [answer?.__typename, saved ? 'saved' : unsaved?.impact.count];
      expect([
        ['Booked', 1],
        ['BookingRefused', 'saved'],
      ]).toContainEqual(outcome);
    }
  });

  test('of two managers the second is told that the hours are others now', async () => {
    const answers = await Promise.all([shorten(managers[0]), shorten(managers[1])]);
    expect(answers.map(({ saved, code }) => (saved ? 'saved' : code)).sort()).toEqual(['STALE_VERSION', 'saved']);
  });

  test('of the centre’s change and its equipment’s one comes first, and the other is not lost', async () => {
    const own = { equipmentId: laser.id, version: 1, weekly: week('10:00', '12:00') };
    const [whole, single] = await Promise.all([shorten(), changeHours(world, managers[1], own)]);
    expect(whole.saved).toBeDefined();
    expect([undefined, 'STALE_VERSION']).toContain(single.code);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from opening_rule
      where centre_id = ${centre}`.execute(rowsOf(world.em()));
    expect(rows).toEqual([{ count: single.saved ? 14 : 7 }]);
  });

  test('one request sent ten times at once changes the hours once', async () => {
    const wish = { centreId: centre, version: 1, weekly: short, idempotencyKey: 'the same' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => changeHours(world, managers[0], wish)));
    expect(answers.map(({ saved }) => saved?.plan.version)).toEqual(Array.from({ length: 10 }, () => 2));
    expect(answers.filter(({ saved }) => saved?.repeated === false)).toHaveLength(1);
  });

  test('of two who cancel and save, what is saved was shown', async () => {
    const { answer } = await tryToBook();
    const { impact } = await impactOfHours(world, managers[0], { centreId: centre, weekly: short });
    const [, change] = await Promise.all([
      world.ask(booker, 'mutation ($id: ID!) { cancelBooking(input: { bookingId: $id, version: 1 }) { id } }', {
        id: answer?.booking?.id,
      }),
      changeHours(world, managers[0], {
        centreId: centre,
        version: 1,
        weekly: short,
        fingerprint: impact?.fingerprint,
      }),
    ]);
    expect([impact?.count, change.saved ? 'saved' : change.unsaved?.impact.count]).toEqual([
      1,
      expect.toSatisfy((outcome) => outcome === 'saved' || outcome === 0),
    ]);
  });
});

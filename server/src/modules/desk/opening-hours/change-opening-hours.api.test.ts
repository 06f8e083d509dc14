import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask as book } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { makeException } from '../../../../test/factories/opening.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { changeHours, impactOfHours, planOfHours, week } from '../../../../test/opening-hours.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let manager: string;
let booker: string;
let centre: string;
let laser: MadeEquipment;
let saw: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  centre = await makeCentre(world);
  [manager, booker] = [await makePerson(world), await makePerson(world, { name: 'Rūta' })];
  await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
  laser = await makeEquipment(world, { centre, name: 'Lazeris', units: 2 });
  saw = await makeEquipment(world, { centre, name: 'Pjūklas', hours: [{ opens: '10:00', closes: '16:00' }] });
});

/** Friday 27 November 2026, by Vilnius clocks; open 08:00 to 20:00 until changed. */
const at = (time: string, date = '2026-11-27') => `${date}T${time}:00+02:00`;
const bookLaser = (from: string, until: string, date?: string) =>
  makeBooking(world, { unit: laser.units[0] ?? '', booker, from: at(from, date), until: at(until, date) });
const tryToBook = (equipmentId: string, from: string, until: string) =>
  book(world, booker, { equipmentId, startsAt: at(from), endsAt: at(until) });
const lastEvent = async () => (await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 1 }))[0];
const problemsOf = ({ errors }: Awaited<ReturnType<typeof changeHours>>) =>
  (errors?.[0]?.extensions?.problems as { field: string }[] | undefined)?.map(({ field }) => field);

describe('a manager', () => {
  test('replaces the week and the special days of a centre; searches, verdicts and timelines follow', async () => {
    const before = (await planOfHours(world, manager, { centreId: centre })).plan;
    expect(before).toMatchObject({ version: 1, exceptions: [], centreId: centre, equipmentId: null });
    expect(before?.weekly).toHaveLength(7);
    const exception = {
      ...{ kind: 'CLOSED', startsOn: '2026-12-24', endsOn: '2026-12-26', yearly: true },
      messages: [{ language: 'lt', text: ' Šventos\nKalėdos ' }],
    };
    const { saved } = await changeHours(world, manager, {
      ...{ centreId: centre, version: 1, weekly: week('09:00', '15:00'), exceptions: [exception] },
    });
    expect(saved).toMatchObject({ repeated: false, plan: { version: 2, weekly: week('09:00', '15:00') } });
    expect(saved?.plan.exceptions).toEqual([
      { ...exception, opens: null, closes: null, messages: [{ language: 'lt', text: 'Šventos Kalėdos' }] },
    ]);
    expect((await tryToBook(laser.id, '15:00', '16:00')).answer?.reasons).toMatchObject([
      { condition: 'OPENING_HOURS' },
    ]);
    expect((await tryToBook(laser.id, '14:00', '15:00')).answer?.__typename).toBe('Booked');
    const { data } = await world.ask<{ timeline: { lanes: { open: unknown[] }[] } }>(
      null,
      `query ($ids: [ID!]) { timeline(equipmentIds: $ids, startsAt: "${at('00:00')}", endsAt: "${at('23:59')}") {
        lanes { open { startsAt endsAt } } } }`,
      { ids: [laser.id, saw.id] },
    );
    const open = (from: string, until: string) => [
      { startsAt: new Date(at(from)).toISOString(), endsAt: new Date(at(until)).toISOString() },
    ];
    expect(data?.timeline.lanes.map((lane) => lane.open)).toEqual([
      open('09:00', '15:00'),
      open('09:00', '15:00'),
      open('10:00', '16:00'),
    ]);
    expect(await lastEvent()).toMatchObject({ type: 'booking.made' });
  });

  test('tells everybody: one public event for the centre and all its equipment, and every version grows', async () => {
    await changeHours(world, manager, { centreId: centre, version: 1, weekly: week('09:00', '15:00') });
    const event = await lastEvent();
    expect(event).toMatchObject({ type: 'opening_hours.changed', subject: { centre }, audiences: ['public'] });
    expect([...(event?.topics ?? [])].sort()).toEqual(
      [`centre:${centre}`, `equipment:${laser.id}`, `equipment:${saw.id}`].sort(),
    );
    const { rows } = await sql<{ version: number }>`select version from equipment where centre_id = ${centre}
      union all select version from centre where id = ${centre}`.execute(rowsOf(world.em()));
    expect(rows).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }]);
  });

  test('gives an equipment hours of its own, and takes them back', async () => {
    const own = { equipmentId: laser.id, version: 1, weekly: week('12:00', '14:00') };
    expect((await planOfHours(world, manager, { equipmentId: laser.id })).plan?.weekly).toEqual([]);
    expect((await changeHours(world, manager, own)).saved?.plan).toMatchObject({ version: 2, equipmentId: laser.id });
    expect(await lastEvent()).toMatchObject({
      subject: { centre, equipment: laser.id },
      topics: [`centre:${centre}`, `equipment:${laser.id}`],
    });
    expect((await tryToBook(laser.id, '09:00', '10:00')).answer?.__typename).toBe('BookingRefused');
    expect((await changeHours(world, manager, { ...own, version: 2, weekly: [] })).saved?.plan.version).toBe(3);
    expect((await tryToBook(laser.id, '09:00', '10:00')).answer?.__typename).toBe('Booked');
    expect((await planOfHours(world, manager, { centreId: centre })).plan?.version).toBe(1);
  });

  test('does not lose what is over, nor days of single equipment', async () => {
    const over = await makeException(world, { centre, startsOn: '2026-11-01' });
    const ofSaw = await makeException(world, { centre, equipment: saw.id, startsOn: '2026-12-01' });
    await makeException(world, { centre, startsOn: '2026-12-02' });
    expect((await planOfHours(world, manager, { centreId: centre })).plan?.exceptions).toHaveLength(1);
    await changeHours(world, manager, { centreId: centre, version: 1, weekly: [] });
    const { rows } = await sql<{ id: string }>`select id from opening_exception where centre_id = ${centre}`.execute(
      rowsOf(world.em()),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([over, ofSaw].sort());
    expect((await planOfHours(world, manager, { equipmentId: saw.id })).plan?.exceptions).toHaveLength(1);
  });
});

describe('whoever is affected', () => {
  const short = { weekly: week('08:00', '15:00') };

  test('is listed before saving, and nothing is saved for others than those who were shown', async () => {
    const [first, second] = [await bookLaser('14:30', '15:30'), await bookLaser('16:00', '17:00')];
    await bookLaser('09:00', '10:00');
    const { impact } = await impactOfHours(world, manager, { centreId: centre, ...short });
    expect(impact?.count).toBe(2);
    expect(impact?.bookings.nodes.map(({ booking }) => booking)).toMatchObject([
      { id: first, equipment: { name: 'Lazeris' }, booker: { name: 'Rūta' }, viewerCan: { move: true, cancel: true } },
      { id: second, startsAt: new Date(at('16:00')).toISOString() },
    ]);
    const change = { centreId: centre, version: 1, ...short };
    expect((await changeHours(world, manager, change)).unsaved?.impact).toEqual(impact);

    // Somebody books while she looks.
    const third = (await tryToBook(laser.id, '18:00', '19:00')).answer?.booking?.id;
    const refused = await changeHours(world, manager, { ...change, fingerprint: impact?.fingerprint });
    expect(refused.unsaved?.impact.bookings.nodes.map(({ booking }) => booking.id)).toEqual([first, second, third]);
    expect((await planOfHours(world, manager, { centreId: centre })).plan?.version).toBe(1);

    const { fingerprint } = refused.unsaved?.impact ?? {};
    expect((await changeHours(world, manager, { ...change, fingerprint })).saved?.plan.version).toBe(2);
    const { data } = await world.ask(booker, 'query ($id: ID!) { booking(id: $id) { state } }', { id: first });
    expect(data).toEqual({ booking: { state: 'CONFIRMED' } });
  });

  test('is nobody whose booking lies outside of the hours of now as well', async () => {
    await bookLaser('06:00', '07:00');
    const loses = await bookLaser('19:00', '20:00');
    const { impact } = await impactOfHours(world, manager, { centreId: centre, ...short });
    expect(impact?.bookings.nodes.map(({ booking }) => booking.id)).toEqual([loses]);
  });

  test('is nobody whose booking is over, cancelled, elsewhere or of equipment with other hours', async () => {
    await bookLaser('19:00', '20:00', '2026-11-20');
    const cancelled = { unit: laser.units[1] ?? '', booker, from: at('16:00'), until: at('17:00') };
    await makeBooking(world, { ...cancelled, state: 'cancelled' });
    const elsewhere = await makeEquipment(world);
    await makeBooking(world, { unit: elsewhere.units[0] ?? '', booker, from: at('16:00'), until: at('17:00') });
    await makeBooking(world, { unit: saw.units[0] ?? '', booker, from: at('15:00'), until: at('16:00') });
    const { impact } = await impactOfHours(world, manager, { centreId: centre, ...short });
    expect(impact).toMatchObject({ count: 0, bookings: { nodes: [] } });
    expect((await changeHours(world, manager, { centreId: centre, version: 1, ...short })).saved).toBeDefined();
  });

  test('is read page by page, in as many statements whatever their number', async () => {
    const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'];
    const ids = [];
    const statements = async () =>
      (await statementsOf(world, () => impactOfHours(world, manager, { centreId: centre, ...short }))).length;
    for (const day of days.slice(0, 1)) ids.push(await bookLaser('16:00', '17:00', day));
    const one = await statements();
    for (const day of days.slice(1)) ids.push(await bookLaser('16:00', '17:00', day));
    expect(await statements()).toBe(one);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { impact } = await impactOfHours(world, manager, { centreId: centre, ...short }, { first: 2, after });
      seen.push(...(impact?.bookings.nodes.map(({ booking }) => booking.id) ?? []));
      after = impact?.bookings.pageInfo.endCursor ?? null;
      expect(impact?.bookings.pageInfo.hasNextPage).toBe(page < 2);
    }
    expect(seen).toEqual(ids);
  });

  test('is asked for anew with the fingerprint of yesterday', async () => {
    const id = await bookLaser('16:00', '17:00');
    const { impact } = await impactOfHours(world, manager, { centreId: centre, ...short });
    await world.ask(booker, 'mutation ($id: ID!) { cancelBooking(input: { bookingId: $id, version: 1 }) { id } }', {
      id,
    });
    const change = { centreId: centre, version: 1, ...short };
    const answer = await changeHours(world, manager, { ...change, fingerprint: impact?.fingerprint });
    expect(answer.unsaved?.impact.count).toBe(0);
    expect((await changeHours(world, manager, { ...change, fingerprint: 'x'.repeat(1e6) })).unsaved).toBeDefined();
    expect((await changeHours(world, manager, { ...change, fingerprint: null })).saved).toBeDefined();
  });
});

describe('nobody else', () => {
  test('reads the plan or changes it: visitors, members, staff, managers of another centre', async () => {
    const [staff, foreign] = [await makePerson(world), await makePerson(world)];
    await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
    await makeMembership(world, { personId: foreign, centreId: await makeCentre(world), role: 'manager' });
    for (const owner of [{ centreId: centre }, { equipmentId: laser.id }]) {
      for (const [who, code] of [
        [null, 'SIGN_IN_REQUIRED'],
        [booker, 'FORBIDDEN'],
        [staff, 'FORBIDDEN'],
        [foreign, 'FORBIDDEN'],
      ] as const) {
        expect((await planOfHours(world, who, owner)).code).toBe(code);
        expect((await impactOfHours(world, who, { ...owner, weekly: [] })).code).toBe(code);
        expect((await changeHours(world, who, { ...owner, version: 1, weekly: [] })).code).toBe(code);
      }
    }
  });

  test('hours of what does not exist, of both or of nothing', async () => {
    for (const id of [newId(), 'x\0', '1']) {
      expect((await changeHours(world, manager, { centreId: id, version: 1, weekly: [] })).code).toBe('NOT_FOUND');
      expect((await changeHours(world, manager, { equipmentId: id, version: 1, weekly: [] })).code).toBe('NOT_FOUND');
    }
    expect((await changeHours(world, manager, { version: 1, weekly: [] })).code).toBe('BAD_INPUT');
    const both = { centreId: centre, equipmentId: laser.id };
    expect((await changeHours(world, manager, { ...both, version: 1, weekly: [] })).code).toBe('BAD_INPUT');
  });
});

describe('a plan', () => {
  test('that cannot be kept is refused with every problem, by field', async () => {
    const answer = await changeHours(world, manager, {
      ...{ centreId: centre, version: 1 },
      weekly: [{ weekday: 5, opens: '18:00', closes: '09:00' }],
      exceptions: [{ kind: 'CLOSED', startsOn: '2026-12-26', endsOn: '2026-12-24', yearly: false, messages: [] }],
    });
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toEqual(['weekly.0.closes', 'exceptions.0.endsOn']);
  });

  test('of a megabyte is refused and changes nothing', async () => {
    const large = [
      { weekly: Array.from({ length: 20_000 }, () => ({ weekday: 1, opens: '09:00', closes: '10:00' })) },
      { weekly: [{ weekday: 1, opens: '0'.repeat(1e6), closes: '10:00' }] },
      {
        weekly: [],
        exceptions: [
          {
            ...{ kind: 'CLOSED', startsOn: '2026-12-24', endsOn: '2026-12-24', yearly: false },
            messages: [
              { language: 'l'.repeat(1e6), text: 'a' },
              { language: 'lt', text: 'a'.repeat(1e6) },
            ],
          },
        ],
      },
    ];
    for (const each of large) {
      expect((await changeHours(world, manager, { centreId: centre, version: 1, ...each })).code).toBe('BAD_INPUT');
      expect((await impactOfHours(world, manager, { centreId: centre, ...each })).code).toBe('BAD_INPUT');
    }
    expect((await planOfHours(world, manager, { centreId: centre })).plan?.version).toBe(1);
  });

  test('from an old version is refused; the same request again is answered as the first', async () => {
    const change = { centreId: centre, version: 1, weekly: week('09:00', '15:00'), idempotencyKey: newId() };
    expect((await changeHours(world, manager, change)).saved?.repeated).toBe(false);
    expect((await changeHours(world, manager, change)).saved).toMatchObject({ repeated: true, plan: { version: 2 } });
    expect((await changeHours(world, manager, { ...change, idempotencyKey: newId() })).code).toBe('STALE_VERSION');
    // What an equipment is open by changed with its centre.
    const own = { equipmentId: laser.id, version: 1, weekly: week('12:00', '14:00') };
    expect((await changeHours(world, manager, own)).code).toBe('STALE_VERSION');
  });
});

describe('whoever follows a timeline', () => {
  let live: LiveWorld;
  beforeEach(() => {
    live = liveOn(world);
  });
  afterEach(() => live.stop());

  interface Update {
    timelineChanges: {
      __typename: string;
      centre: { openingHours: { weekday: number; opens: string; closes: string }[] };
      equipment: { id: string; open: { startsAt: string; endsAt: string }[] }[];
    };
  }
  const document = `subscription ($equipmentIds: [ID!], $centreId: ID) {
    timelineChanges(equipmentIds: $equipmentIds, centreId: $centreId) {
      __typename
      ... on OpeningHoursChange {
        centre { openingHours { weekday opens closes } }
        equipment { id open(startsAt: "${at('00:00')}", endsAt: "${at('23:00')}") { startsAt endsAt } }
      }
    }
  }`;

  test('is told the hours of now', async () => {
    const [one, whole, other] = await Promise.all([
      live.follow<Update>(null, document, { equipmentIds: [laser.id] }),
      live.follow<Update>(booker, document, { centreId: centre }),
      live.follow<Update>(null, document, { equipmentIds: [saw.id] }),
    ]);
    await changeHours(world, manager, { equipmentId: laser.id, version: 1, weekly: week('12:00', '14:00') });
    await changeHours(world, manager, { centreId: centre, version: 1, weekly: week('09:00', '15:00') });
    const open = [{ startsAt: new Date(at('12:00')).toISOString(), endsAt: new Date(at('14:00')).toISOString() }];
    const told = async (stream: typeof one, count: number) =>
      (await take(stream, count)).map(({ data }) => data?.timelineChanges);
    expect((await told(one, 2))[0]).toMatchObject({
      __typename: 'OpeningHoursChange',
      equipment: [{ id: laser.id, open }],
    });
    const [ownHours, centreHours] = await told(whole, 2);
    expect(ownHours?.equipment.map(({ id }) => id)).toEqual([laser.id]);
    expect(centreHours?.equipment.map(({ id }) => id).sort()).toEqual([laser.id, saw.id].sort());
    expect(centreHours?.centre.openingHours).toEqual(week('09:00', '15:00'));
    expect((await told(other, 1))[0]?.equipment.map(({ id }) => id)).toEqual([saw.id]);
  });
});

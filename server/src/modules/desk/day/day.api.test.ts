import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment, makeOccupancy } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

interface Day {
  date: string;
  startsAt: string;
  endsAt: string;
  bookings: {
    nodes: { id: string; state: string; booker: { name: string } | null }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    totalCount: number;
  };
}

let world: World;
let staff: string;
let booker: string;
let laser: MadeEquipment;
let saw: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
  staff = await makePerson(world);
  booker = await makePerson(world, { name: 'Rūta' });
  const centre = await makeCentre(world, { slug: 'cechas' });
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  laser = await makeEquipment(world, { centre, units: 2, bufferBeforeMinutes: 30 });
  saw = await makeEquipment(world, { centre });
});
afterAll(() => world.close());

const document = `query ($date: LocalDate, $first: Int, $after: String) {
  desk(centreSlug: "cechas") { day(date: $date) {
    date startsAt endsAt
    bookings(first: $first, after: $after) {
      nodes { id state booker { name } actingFor { __typename } equipment { name centre { name } } unit { name } viewerCan { cancel } }
      pageInfo { endCursor hasNextPage } totalCount
    }
  } } }`;
const ask = (variables: Record<string, unknown> = {}) => world.ask<{ desk: { day: Day } }>(staff, document, variables);
async function day(variables: Record<string, unknown> = {}): Promise<Day> {
  const { data, errors } = await ask(variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.desk.day;
}
const book = (unit: string | undefined, from: string, until: string, state?: 'cancelled' | 'requested') =>
  makeBooking(world, { unit: unit ?? '', booker, from, until, ...(state && { state }) });

describe('a day at the desk', () => {
  test('lists what stands at the centre on it, by the clocks of the centre, in order of the start', async () => {
    const late = await book(laser.units[0], '2026-11-27T10:00:00Z', '2026-11-27T11:00:00Z');
    const early = await book(saw.units[0], '2026-11-26T22:00:00Z', '2026-11-26T23:00:00Z');
    const waiting = await book(laser.units[1], '2026-11-27T09:00:00Z', '2026-11-27T10:30:00Z', 'requested');
    const overnight = await book(saw.units[0], '2026-11-27T21:00:00Z', '2026-11-27T23:00:00Z');
    // Neither what was cancelled, nor what only prepares on this day, nor another day, nor another centre, nor upkeep.
    await book(saw.units[0], '2026-11-27T12:00:00Z', '2026-11-27T13:00:00Z', 'cancelled');
    await book(laser.units[0], '2026-11-27T22:00:00Z', '2026-11-27T22:30:00Z');
    await book((await makeEquipment(world)).units[0], '2026-11-27T10:00:00Z', '2026-11-27T11:00:00Z');
    await makeOccupancy(world, {
      unit: laser.units[1] ?? '',
      from: '2026-11-27T12:00:00Z',
      until: '2026-11-27T13:00:00Z',
    });

    const shown = await day({ date: '2026-11-27' });
    expect(shown).toMatchObject({
      date: '2026-11-27',
      startsAt: '2026-11-26T22:00:00.000Z',
      endsAt: '2026-11-27T22:00:00.000Z',
    });
    expect(shown.bookings.nodes.map(({ id }) => id)).toEqual([early, waiting, late, overnight]);
    expect(shown.bookings.nodes[1]).toMatchObject({ state: 'REQUESTED', booker: { name: 'Rūta' } });
    expect(shown.bookings.totalCount).toBe(4);
    const next = await day({ date: '2026-11-28' });
    expect(next.bookings.nodes.map(({ id }) => id)[0]).toBe(overnight);
  });

  test('is today where none is asked for', async () => {
    expect((await day()).date).toBe('2026-11-25');
  });

  test('comes in pages, each row once', async () => {
    for (const hour of ['06', '07', '08', '09', '10']) {
      await book(saw.units[0], `2026-12-01T${hour}:00:00Z`, `2026-12-01T${hour}:30:00Z`);
      await book(laser.units[0], `2026-12-01T${hour}:30:00Z`, `2026-12-01T${hour}:30:30Z`);
      await book(laser.units[1], `2026-12-01T${hour}:30:00Z`, `2026-12-01T${hour}:30:30Z`);
    }
    const whole = (await day({ date: '2026-12-01' })).bookings.nodes.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Day['bookings'] = (await day({ date: '2026-12-01', first: 4, after })).bookings;
      paged.push(...nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(whole).toHaveLength(15);
    expect(paged).toEqual(whole);
  });

  test('takes as many statements for many bookings as for one', async () => {
    await book(saw.units[0], '2026-12-03T06:00:00Z', '2026-12-03T07:00:00Z');
    const [few, many] = [
      await statementsOf(world, () => day({ date: '2026-12-03' })),
      await statementsOf(world, () => day({ date: '2026-12-01' })),
    ];
    expect(many).toHaveLength(few.length);
  });

  test.each([
    [{ date: '0001-01-01' }, 'BAD_INPUT'],
    [{ date: '9999-12-31' }, 'BAD_INPUT'],
    [{ date: 'rytoj' }, 'BAD_INPUT'],
    [{ first: 0 }, 'BAD_INPUT'],
    [{ first: 101 }, 'BAD_INPUT'],
    [{ after: 'nonsense' }, 'CURSOR_INVALID'],
  ])('is refused %j', async (variables, code) => {
    expect((await ask(variables)).code).toBe(code);
  });
});

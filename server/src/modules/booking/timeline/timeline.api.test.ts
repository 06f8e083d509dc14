import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask as book } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeOccupancy, makeUnit } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { makeException } from '../../../../test/factories/opening.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { comparePositions, decodeCursor } from '../../../platform/events/cursor.rules.ts';
import { readHead } from '../../../platform/events/event-log.reader.ts';
import { newId } from '../../../shared/ids/ids.ts';

interface Occupancy {
  unit: { id: string };
  startsAt: string;
  endsAt: string;
  kind: string;
  mine: boolean;
  note: string | null;
  booking: { id: string; booker: { name: string } } | null;
}
interface Timeline {
  cursor: string;
  lanes: {
    unit: { id: string; position: number };
    equipment: { id: string; name: string };
    open: { startsAt: string; endsAt: string }[];
    occupancies: Occupancy[];
  }[];
}

let world: World;
let ruta: string;
let jonas: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world, { name: 'Rūta' });
  jonas = await makePerson(world, { name: 'Jonas' });
});
afterAll(() => world.close());

const document = `query ($equipmentIds: [ID!], $centreId: ID, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
  timeline(equipmentIds: $equipmentIds, centreId: $centreId, startsAt: $startsAt, endsAt: $endsAt) {
    cursor lanes { unit { id position } equipment { id name } open { startsAt endsAt }
      occupancies { unit { id } startsAt endsAt kind mine note booking { id booker { name } } } } } }`;
const day = { startsAt: '2026-11-25T00:00:00.000Z', endsAt: '2026-11-26T00:00:00.000Z' };
const ask = (person: string | null, variables: Record<string, unknown>) =>
  world.ask<{ timeline: Timeline }>(person, document, { ...day, ...variables });
async function timeline(person: string | null, variables: Record<string, unknown>): Promise<Timeline> {
  const { data, errors } = await ask(person, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.timeline;
}

describe('a timeline', () => {
  test('has a lane for each unit in use, by name and position, with when it is open', async () => {
    const centre = await makeCentre(world, { hours: [{ opens: '09:00', closes: '17:00' }] });
    const other = await makeEquipment(world, { centre, name: 'Žaislų lazeris' });
    const first = await makeEquipment(world, {
      centre,
      name: 'Cechas',
      units: 2,
      hours: [{ opens: '10:00', closes: '12:00' }],
    });
    await makeEquipment(world, { centre, name: 'Senas', withdrawn: true });
    await makeUnit(world, { equipment: other.id, position: 2, withdrawn: true });
    await makeException(world, { centre, startsOn: '2026-11-26' });
    const { lanes } = await timeline(null, { centreId: centre, endsAt: '2026-11-28T00:00:00.000Z' });
    expect(lanes.map(({ unit, equipment }) => [equipment.name, unit.position])).toEqual([
      ['Cechas', 1],
      ['Cechas', 2],
      ['Žaislų lazeris', 1],
    ]);
    expect(lanes[0]?.open.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-25T08:00:00.000Z',
      '2026-11-27T08:00:00.000Z',
    ]);
    expect(lanes[2]?.open[0]).toEqual({ startsAt: '2026-11-25T07:00:00.000Z', endsAt: '2026-11-25T15:00:00.000Z' });
    const chosen = await timeline(null, { equipmentIds: [first.id, first.id] });
    expect(chosen.lanes.map(({ unit }) => unit.id)).toEqual(first.units);
  });

  test('shows that time is taken to everyone, and whose it is only to those who may know', async () => {
    const { id, centre, units } = await makeEquipment(world, { bufferAfterMinutes: 15 });
    const unit = units[0] ?? '';
    const booking = await makeBooking(world, {
      unit,
      booker: ruta,
      from: '2026-11-25T10:00:00Z',
      until: '2026-11-25T11:00:00Z',
    });
    await makeBooking(world, {
      unit,
      booker: ruta,
      from: '2026-11-25T12:00:00Z',
      until: '2026-11-25T13:00:00Z',
      state: 'cancelled',
    });
    await makeBooking(world, { unit, booker: ruta, from: '2026-11-26T00:00:00Z', until: '2026-11-26T01:00:00Z' });
    await makeOccupancy(world, { unit, from: '2026-11-24T22:00:00Z', until: '2026-11-25T08:00:00Z', note: 'Valoma' });
    const staff = await makePerson(world);
    await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
    const seenBy = async (person: string | null) =>
      (await timeline(person, { equipmentIds: [id] })).lanes[0]?.occupancies;
    const maintenance = { kind: 'MAINTENANCE', note: 'Valoma', mine: false, booking: null };
    const taken = {
      kind: 'BOOKING',
      startsAt: '2026-11-25T10:00:00.000Z',
      endsAt: '2026-11-25T11:15:00.000Z',
      unit: { id: unit },
    };
    const known = { id: booking, booker: { name: 'Rūta' } };
    expect(await seenBy(ruta)).toMatchObject([maintenance, { ...taken, mine: true, booking: known }]);
    expect(await seenBy(staff)).toMatchObject([maintenance, { ...taken, mine: false, booking: known }]);
    expect(await seenBy(jonas)).toMatchObject([maintenance, { ...taken, mine: false, booking: null }]);
    expect(await seenBy(null)).toMatchObject([maintenance, { ...taken, mine: false, booking: null }]);
  });

  test('gives a place in the stream from which nothing that follows is missed', async () => {
    const { id } = await makeEquipment(world);
    const { cursor } = await timeline(null, { equipmentIds: [id] });
    const wish = { equipmentId: id, startsAt: '2026-11-25T12:00:00Z', endsAt: '2026-11-25T13:00:00Z' };
    expect((await book(world, ruta, wish)).answer?.__typename).toBe('Booked');
    const place = decodeCursor(cursor);
    const head = await readHead(rowsOf(world.em()));
    expect(place && comparePositions(place, head)).toBe(-1);
    const { rows } = await sql`
      select count(*)::int as missed from logged_event
      where subject ->> 'equipment' = ${id} and xid < ${String(place?.xid)}::xid8`.execute(rowsOf(world.em()));
    expect(rows).toEqual([{ missed: 0 }]);
  });

  test.each([
    [{}, 'BAD_INPUT'],
    [{ equipmentIds: ['x'], centreId: 'x' }, 'BAD_INPUT'],
    [{ centreId: 'x' }, 'NOT_FOUND'],
    [{ centreId: '01a20573-72ed-702a-88ff-cdcaf7a64714' }, 'NOT_FOUND'],
    [{ equipmentIds: ['x'] }, 'NOT_FOUND'],
    [{ equipmentIds: ['01a20573-72ed-702a-88ff-cdcaf7a64714'] }, 'NOT_FOUND'],
    [{ equipmentIds: Array.from({ length: 1001 }, () => '01a20573-72ed-702a-88ff-cdcaf7a64714') }, 'TOO_COSTLY'],
    [{ equipmentIds: [], endsAt: '2026-12-27T00:00:00Z' }, 'BAD_INPUT'],
    [{ equipmentIds: [], endsAt: day.startsAt }, 'BAD_INPUT'],
    [{ equipmentIds: [], endsAt: '9999-12-31T00:00:00Z' }, 'BAD_INPUT'],
  ])('asked with %j is %s', async (variables, code) => {
    expect((await ask(ruta, variables)).code).toBe(code);
  });

  test('of more than 1,000 units is refused', async () => {
    const { id, centre } = await makeEquipment(world);
    const rows = rowsOf(world.em());
    const units = Array.from({ length: 1000 }, (_, index) => index + 2);
    await rows
      .insertInto('unit')
      .values(
        units.map((position) => ({
          id: newId(),
          equipment_id: id,
          position,
          serial: '',
          code: sql<string>`talka_unit_code()`,
        })),
      )
      .execute();
    expect((await ask(null, { centreId: centre })).code).toBe('BAD_INPUT');
    await rows.deleteFrom('unit').where('position', '=', 1001).execute();
    expect((await timeline(null, { centreId: centre })).lanes).toHaveLength(1000);
  });

  test('costs the same few statements, one unit or forty', async () => {
    const count = async (equipment: number, units: number) => {
      const centre = await makeCentre(world);
      const staff = await makePerson(world);
      await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
      for (let index = 0; index < equipment; index += 1) {
        const made = await makeEquipment(world, { centre, units });
        for (const unit of made.units) {
          await makeBooking(world, { unit, booker: ruta, from: '2026-11-25T10:00:00Z', until: '2026-11-25T11:00:00Z' });
        }
      }
      return (await statementsOf(world, () => timeline(staff, { centreId: centre }))).length;
    };
    const few = await count(1, 1);
    expect(await count(4, 5)).toBe(few);
    expect(few).toBeLessThanOrEqual(10);
  });
});

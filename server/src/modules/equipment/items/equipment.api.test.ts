import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultNow } from '../../../../test/clock.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType, makeOccupancy, makeUnit } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { makeException } from '../../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let centre: string;

beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { name: 'Technarium', city: await makeCity(world) });
});
beforeEach(() => {
  world.now = defaultNow;
});
afterAll(() => world.close());

interface Equipment {
  name: string;
  unitCount: number;
  units: { name: string; position: number }[];
  rules: Record<string, unknown>;
  openingHours: { weekday: number; opens: string; closes: string }[];
  day: { startsAt: string; endsAt: string; kind: string; freeUnits: number }[];
  nextFree: { startsAt: string; endsAt: string } | null;
  viewerCan: { book: boolean; bookNeeds: { condition: string; message: string; remedy: string | null }[] };
}
async function read(id: string, fields: string, person: string | null = null, locale: 'lt' | 'en' = 'en') {
  const document = `query ($id: ID!) { equipment(id: $id) { ${fields} } }`;
  const { data, errors } = await world.ask<{ equipment: Equipment }>(person, document, { id }, { locale });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no data');
  return data.equipment;
}

describe('equipment', () => {
  test("has its own name, else its type's in the reader's language", async () => {
    const named = await makeEquipment(world, { centre, name: 'Juodasis lazeris' });
    const plain = await makeEquipment(world, { centre });
    expect((await read(named.id, 'name')).name).toBe('Juodasis lazeris');
    expect((await read(plain.id, 'name')).name).toBe('Laser cutter / engraver');
    expect((await read(plain.id, 'name', null, 'lt')).name).toBe('Lazerinio pjovimo ir graviravimo staklės');
  });

  test('shows the units in use, named or by number, and its rules', async () => {
    const { id } = await makeEquipment(world, {
      centre,
      units: ['Galera', 'Kalnas'],
      gridMinutes: 15,
      leadMinutes: 60,
    });
    await makeUnit(world, { equipment: id, position: 3 });
    await makeUnit(world, { equipment: id, position: 4, withdrawn: true });
    const { units, unitCount, rules } = await read(
      id,
      `units { name position } unitCount
       rules { audience gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays }`,
    );
    expect(units).toEqual([
      { name: 'Galera', position: 1 },
      { name: 'Kalnas', position: 2 },
      { name: '3', position: 3 },
    ]);
    expect(unitCount).toBe(3);
    expect(rules).toEqual({
      audience: 'EVERYONE',
      gridMinutes: 15,
      minimumMinutes: 30,
      maximumMinutes: 240,
      leadMinutes: 60,
      horizonDays: 60,
    });
  });

  test('keeps its own hours where it has some', async () => {
    const own = await makeEquipment(world, { centre, hours: [{ weekdays: [3], opens: '10:00', closes: '24:00' }] });
    const other = await makeEquipment(world, { centre });
    const hours = 'openingHours { weekday opens closes }';
    expect((await read(own.id, hours)).openingHours).toEqual([{ weekday: 3, opens: '10:00', closes: '24:00' }]);
    expect((await read(other.id, hours)).openingHours).toHaveLength(7);
  });

  test('is not found once withdrawn, nor by what is no id', async () => {
    const { id } = await makeEquipment(world, { centre, withdrawn: true });
    const document = 'query ($id: ID!) { equipment(id: $id) { id } }';
    for (const wrong of [id, 'laser', '', '\0', '00000000-0000-7000-8000-000000000000']) {
      expect((await world.ask(null, document, { id: wrong })).code).toBe('NOT_FOUND');
    }
  });

  test('tells who may book it, and why others may not', async () => {
    const { id } = await makeEquipment(world, { centre, audience: 'members' });
    const fields = 'viewerCan { book bookNeeds { condition message remedy } }';
    const member = await makePerson(world);
    await makeMembership(world, { personId: member, centreId: centre });
    const stranger = await makePerson(world);
    const unconfirmed = await makePerson(world, { verified: false });
    expect((await read(id, fields, member)).viewerCan).toEqual({ book: true, bookNeeds: [] });
    const others = await Promise.all(
      [null, stranger, unconfirmed].map(async (person) => (await read(id, fields, person)).viewerCan),
    );
    expect(others.map(({ book }) => book)).toEqual([false, false, false]);
    expect(others.map(({ bookNeeds }) => bookNeeds.map(({ condition }) => condition).join(' '))).toEqual([
      'SIGNED_IN EMAIL_VERIFIED AUDIENCE',
      'AUDIENCE',
      'EMAIL_VERIFIED AUDIENCE',
    ]);
    expect(others[1]?.bookNeeds[0]?.message).toContain('Technarium');
  });
});

describe('the day of equipment', () => {
  const strip = 'day { startsAt endsAt kind freeUnits }';

  test('shows when units are free, taken or closed, from midnight to midnight', async () => {
    const { id, units } = await makeEquipment(world, { centre, units: 2 });
    const [first = '', second = ''] = units;
    await makeOccupancy(world, { unit: first, from: '2026-11-25T08:00:00Z', until: '2026-11-25T10:00:00Z' });
    await makeOccupancy(world, { unit: second, from: '2026-11-25T09:00:00Z', until: '2026-11-25T11:00:00Z' });
    await makeOccupancy(world, {
      unit: second,
      from: '2026-11-25T12:00:00Z',
      until: '2026-11-25T13:00:00Z',
      blocking: false,
    });
    const { day } = await read(id, strip);
    expect(day.map(({ startsAt, kind, freeUnits }) => `${startsAt.slice(5, 16)} ${kind} ${freeUnits}`)).toEqual([
      '11-24T22:00 CLOSED 0',
      '11-25T06:00 UNBOOKABLE 0',
      '11-25T08:00 FREE 1',
      '11-25T09:00 TAKEN 0',
      '11-25T10:00 FREE 1',
      '11-25T11:00 FREE 2',
      '11-25T18:00 CLOSED 0',
    ]);
    expect(day.at(-1)?.endsAt).toBe('2026-11-25T22:00:00.000Z');
  });

  test.each([
    ['2026-10-25', '2026-10-24T21:00:00.000Z', '2026-10-25T22:00:00.000Z'],
    ['2027-03-28', '2027-03-27T22:00:00.000Z', '2027-03-28T21:00:00.000Z'],
  ])('of %s lasts as long as the clocks make it', async (date, starts, ends) => {
    const { id } = await makeEquipment(world, { centre });
    const { day } = await read(id, `day(date: "${date}") { startsAt endsAt }`);
    expect([day[0]?.startsAt, day.at(-1)?.endsAt]).toEqual([starts, ends]);
  });

  test('is free only where it can be booked now: after the lead time, with room for set-up and clean-up', async () => {
    const { id, units } = await makeEquipment(world, {
      centre,
      ...{ leadMinutes: 120, minimumMinutes: 60, bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
    });
    await makeOccupancy(world, { unit: units[0] ?? '', from: '2026-11-25T12:00:00Z', until: '2026-11-25T13:00:00Z' });
    const { day } = await read(id, strip);
    expect(day.map(({ startsAt, kind }) => `${startsAt.slice(11, 16)} ${kind}`)).toEqual([
      '22:00 CLOSED',
      '06:00 UNBOOKABLE',
      '10:00 FREE',
      '11:30 UNBOOKABLE',
      '12:00 TAKEN',
      '13:00 UNBOOKABLE',
      '13:30 FREE',
      '18:00 CLOSED',
    ]);
    const far = await read(id, 'day(date: "2028-03-01") { kind }');
    expect(far.day.map(({ kind }) => kind)).toEqual(['CLOSED', 'UNBOOKABLE', 'CLOSED']);
  });

  test('is closed on a holiday of the centre', async () => {
    const { id, centre: closed } = await makeEquipment(world);
    await makeException(world, { centre: closed, startsOn: '2026-11-25' });
    expect((await read(id, strip)).day.map(({ kind }) => kind)).toEqual(['CLOSED']);
  });

  test.each(['2025-11-24', '2028-11-26', '9999-12-31', '0001-01-01', '2026-02-30', 'tomorrow'])(
    'cannot be drawn of %s',
    async (date) => {
      const { id } = await makeEquipment(world, { centre });
      const document = 'query ($id: ID!, $date: LocalDate) { equipment(id: $id) { day(date: $date) { kind } } }';
      const { code } = await world.ask(null, document, { id, date });
      expect(code).toBe('BAD_INPUT');
    },
  );
});

describe('the next free time of equipment', () => {
  const next = 'nextFree { startsAt endsAt }';

  test('is the first that can be booked, and moves when the machine is taken', async () => {
    const { id, units } = await makeEquipment(world, { centre });
    world.now = new Date('2026-11-25T08:01:00Z');
    expect((await read(id, next)).nextFree).toEqual({
      startsAt: '2026-11-25T08:30:00.000Z',
      endsAt: '2026-11-25T18:00:00.000Z',
    });
    await makeOccupancy(world, { unit: units[0] ?? '', from: '2026-11-25T08:00:00Z', until: '2026-11-26T15:00:00Z' });
    expect((await read(id, next)).nextFree).toEqual({
      startsAt: '2026-11-26T15:00:00.000Z',
      endsAt: '2026-11-26T18:00:00.000Z',
    });
  });

  test('is unknown where the centre keeps no hours or the machine is taken for two weeks', async () => {
    const never = await makeEquipment(world, { centre: await makeCentre(world, { hours: [] }) });
    expect((await read(never.id, next)).nextFree).toBeNull();
    const { id, units } = await makeEquipment(world, { centre });
    await makeOccupancy(world, { unit: units[0] ?? '', from: '2026-11-25T00:00:00Z', until: '2026-12-09T18:00:00Z' });
    expect((await read(id, next)).nextFree).toBeNull();
  });
});

describe('types of equipment', () => {
  test('are listed by name, with all their names and how much there is of them', async () => {
    await makeEquipmentType(world, { key: 'kiln', names: { en: 'Kiln', lt: 'Degimo krosnis' }, group: 'ceramics' });
    const { data } = await world.ask<{
      equipmentTypes: { key: string; name: string; equipmentCount: number; names: unknown }[];
    }>(
      null,
      '{ equipmentTypes { key name group induction names { language text } equipmentCount } }',
      {},
      { locale: 'lt' },
    );
    expect(data?.equipmentTypes.map(({ key }) => key)).toEqual(['kiln', 'laser_cutter']);
    expect(data?.equipmentTypes[0]).toEqual({
      key: 'kiln',
      name: 'Degimo krosnis',
      group: 'CERAMICS',
      induction: 'ALWAYS',
      names: [
        { language: 'en', text: 'Kiln' },
        { language: 'lt', text: 'Degimo krosnis' },
      ],
      equipmentCount: 0,
    });
    expect(data?.equipmentTypes[1]?.equipmentCount).toBeGreaterThan(5);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType, makeOccupancy } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { Equipment } from '../items/equipment.entity.ts';

let world: World;
const ids: Record<string, string> = {};

const document = /* GraphQL */ `
  query ($filter: EquipmentSearch, $first: Int, $after: String) {
    searchEquipment(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes { distance freeUnits freeStretches { startsAt endsAt } firstStarts { startsAt endsAt } equipment { id name centre { name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
interface Found {
  searchEquipment: {
    totalCount: number;
    nodes: {
      distance: number | null;
      freeUnits: number;
      freeStretches: { startsAt: string; endsAt: string }[];
      firstStarts: { startsAt: string; endsAt: string }[];
      equipment: { id: string; name: string; centre: { name: string } };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
async function find(filter: object | null, page: { first?: number; after?: string | null } = {}) {
  const { data, errors } = await world.ask<Found>(null, document, { filter, ...page });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no data');
  return data.searchEquipment;
}
const names = async (filter: object | null) => (await find(filter)).nodes.map(({ equipment }) => equipment.name);

beforeAll(async () => {
  world = await embeddedWorld();
  const vilnius = await makeCity(world);
  const lisboa = await makeCity(world, {
    name: 'Lisboa',
    country: 'PT',
    zone: 'Europe/Lisbon',
    names: { en: 'Lisbon', lt: 'Lisabona' },
    latitude: 38.72,
    longitude: -9.14,
  });
  await makeEquipmentType(world, { key: 'kiln', names: { en: 'Kiln', lt: 'Degimo krosnis' }, group: 'ceramics' });
  const technarium = await makeCentre(world, { name: 'Technarium', city: vilnius, point: [54.675, 25.277] });
  const umi = await makeCentre(world, { name: 'Užupio meno inkubatorius', city: vilnius, point: [54.681, 25.294] });
  const fablab = await makeCentre(world, { name: 'FabLab Lisboa', city: lisboa });
  const laser = await makeEquipment(world, { centre: technarium, name: 'Juodasis', units: 2 });
  const kiln = await makeEquipment(world, {
    centre: umi,
    type: 'kiln',
    name: 'Didžioji krosnis',
    description: 'Iki 1280 laipsnių',
    minimumMinutes: 120,
    maximumMinutes: 480,
  });
  const trotec = await makeEquipment(world, { centre: fablab, name: 'Trotec', bufferAfterMinutes: 30 });
  await makeEquipment(world, { centre: umi, name: 'Senasis', withdrawn: true });
  Object.assign(ids, { laser: laser.id, kiln: kiln.id, trotec: trotec.id });
  const take = (unit: string | undefined, from: string, until: string) =>
    makeOccupancy(world, { unit: unit ?? '', from: `2026-11-26T${from}:00Z`, until: `2026-11-26T${until}:00Z` });
  // All in UTC; open 6:00 to 18:00 in Vilnius, 8:00 to 20:00 in Lisbon.
  await take(laser.units[0], '09:00', '12:00');
  await take(laser.units[1], '10:00', '11:00');
  await take(kiln.units[0], '06:00', '11:00');
  await take(kiln.units[0], '12:30', '15:30');
  await take(trotec.units[0], '12:00', '19:00');
});
afterAll(() => world.close());

describe('a search for equipment', () => {
  test.each([
    ['everything offered, by name', null, ['Didžioji krosnis', 'Juodasis', 'Trotec']],
    ['a type', { type: 'kiln' }, ['Didžioji krosnis']],
    ['a craft', { group: 'CERAMICS' }, ['Didžioji krosnis']],
    ['a city', { city: 'lisboa' }, ['Trotec']],
    ['a country', { country: 'LT' }, ['Didžioji krosnis', 'Juodasis']],
    ['a type in another language, with slips', { text: 'lazerinis' }, ['Juodasis', 'Trotec']],
    ['its own name', { text: 'juodas' }, ['Juodasis']],
    ['its centre', { text: 'technarum' }, ['Juodasis']],
    ['its type and city', { text: 'laser Lisabona' }, ['Trotec']],
    ['its description', { text: 'laipsniai' }, ['Didžioji krosnis']],
    ['what was withdrawn', { text: 'senasis' }, []],
    ['no such type', { type: 'submarine' }, []],
  ])('asked for %s finds just what is meant', async (_, filter, expected) => {
    const found = await find(filter);
    expect(found.nodes.map(({ equipment }) => equipment.name)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  test('lists the nearest first', async () => {
    const { nodes } = await find({ near: { latitude: 54.681, longitude: 25.294, within: 10 } });
    expect(nodes.map(({ equipment, distance }) => [equipment.name, distance?.toFixed(1)])).toEqual([
      ['Didžioji krosnis', '0.0'],
      ['Juodasis', '1.3'],
    ]);
  });

  test('for what one may use oneself leaves out what is for others', async () => {
    const centre = await makeCentre(world, { name: 'Nariai' });
    await makeEquipment(world, { centre, type: 'loom', name: 'members', audience: 'members' });
    await makeEquipment(world, { type: 'loom', name: 'network', audience: 'network' });
    const open = await makeEquipment(world, { type: 'loom', name: 'open' });
    const [stranger, member, elsewhere] = [await makePerson(world), await makePerson(world), await makePerson(world)];
    await makeMembership(world, { personId: member, centreId: centre });
    await makeMembership(world, { personId: elsewhere, centreId: open.centre });
    const usable = async (person: string | null, more = {}) => {
      const filter = { type: 'loom', usableByMe: true, ...more };
      const { data } = await world.ask<Found>(person, document, { filter });
      const { nodes = [], totalCount } = data?.searchEquipment ?? {};
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ equipment }) => equipment.name);
    };
    expect(await usable(null)).toEqual(['open']);
    expect(await usable(stranger)).toEqual(['open']);
    expect(await usable(elsewhere)).toEqual(['network', 'open']);
    expect(await usable(member)).toEqual(['members', 'network', 'open']);
    const free = { freeFrom: '2026-11-26T09:00:00Z', freeUntil: '2026-11-26T10:00:00Z' };
    expect(await usable(stranger, free)).toEqual(['open']);
    expect((await find({ type: 'loom', usableByMe: false })).totalCount).toBe(3);
    await world.em().nativeUpdate(Equipment, { type: 'loom' }, { withdrawnAt: world.now, state: 'withdrawn' });
  });

  test('says how many units can be booked next where no time is sought', async () => {
    const { nodes } = await find(null);
    expect(nodes.map(({ freeUnits, freeStretches }) => [freeUnits, freeStretches.length])).toEqual([
      [1, 0],
      [2, 0],
      [1, 0],
    ]);
  });
});

describe('a search for free time', () => {
  const within = (from: string, until: string, minutes?: number) => ({
    freeFrom: `2026-11-26T${from}:00Z`,
    freeUntil: `2026-11-26T${until}:00Z`,
    ...(minutes !== undefined && { minutes }),
  });

  test.each([
    ['a free hour in the morning', within('09:00', '10:00', 60), ['Juodasis', 'Trotec']],
    ['no hour between the bookings of both units', within('10:00', '11:00', 60), ['Trotec']],
    ['half an hour before a booking, if clean-up fits too', within('11:00', '12:00', 30), ['Juodasis', 'Trotec']],
    ['nothing where clean-up would not fit', within('11:30', '12:00', 30), ['Juodasis']],
    ['the shortest booking where nothing is said', within('11:00', '12:30'), ['Juodasis', 'Trotec']],
    ['never less than the shortest booking', within('15:30', '17:00', 30), ['Juodasis']],
    ['nothing longer than the longest booking', within('06:00', '20:00', 300), []],
    ['nothing before opening', within('04:00', '06:15', 30), []],
    ['nothing over night', { ...within('18:00', '23:00'), city: 'vilnius' }, []],
    ['what other filters leave', { ...within('09:00', '10:00'), country: 'PT' }, ['Trotec']],
    ['nothing in the past', { freeFrom: '2026-11-24T08:00:00Z', freeUntil: '2026-11-24T16:00:00Z' }, []],
    ['nothing behind the horizon', { freeFrom: '2027-03-01T08:00:00Z', freeUntil: '2027-03-02T16:00:00Z' }, []],
  ])('finds %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
    expect((await find(filter)).totalCount).toBe(expected.length);
  });

  test('names the stretches in which it fits and the units that are free', async () => {
    const { nodes } = await find({ ...within('08:00', '20:00', 60), type: 'laser_cutter', city: 'vilnius' });
    expect(nodes[0]?.freeUnits).toBe(2);
    const stretches = nodes[0]?.freeStretches.map(({ startsAt, endsAt }) => [
      startsAt.slice(11, 16),
      endsAt.slice(11, 16),
    ]);
    expect(stretches).toEqual([
      ['08:00', '10:00'],
      ['11:00', '18:00'],
    ]);
  });

  test('names at most five stretches', async () => {
    const { nodes } = await find({ freeFrom: '2026-11-27T00:00:00Z', freeUntil: '2026-12-10T00:00:00Z', type: 'kiln' });
    expect(nodes[0]?.freeStretches).toHaveLength(5);
    expect(nodes[0]?.freeStretches[0]?.startsAt).toBe('2026-11-27T06:00:00.000Z');
  });

  test('names the first starts, each with the latest end', async () => {
    const { nodes } = await find({ ...within('08:00', '20:00', 60), type: 'laser_cutter', city: 'vilnius' });
    const starts = nodes[0]?.firstStarts.map(
      ({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`,
    );
    expect(starts).toEqual(['08:00–10:00', '08:30–10:00', '09:00–10:00', '11:00–15:00']);
  });

  const near = { latitude: 54.681, longitude: 25.294, within: 500 };
  test.each([
    ['by name', {}, ['kiln', 'laser', 'trotec']],
    ['the soonest first', { order: 'SOONEST' }, ['laser', 'trotec', 'kiln']],
    ['the nearest first', { near }, ['kiln', 'laser']],
    ['the soonest near by first', { near, order: 'SOONEST' }, ['laser', 'kiln']],
    ['by name near by', { near: { ...near, latitude: 54.675, longitude: 25.277 }, order: 'NAME' }, ['kiln', 'laser']],
  ])('is paged without loss or repetition: %s', async (_, more, expected) => {
    const filter = { ...within('06:00', '20:00'), ...more };
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await find(filter, { first: 1, after });
      expect(page.totalCount).toBe(expected.length);
      seen.push(...page.nodes.map(({ equipment }) => equipment.id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(expected.map((name) => ids[name]));
  });

  test('is in order behind what begins at the same time', async () => {
    const filter = {
      freeFrom: '2026-11-27T00:00:00Z',
      freeUntil: '2026-11-28T00:00:00Z',
      country: 'LT',
      order: 'SOONEST',
    };
    const [one] = (await find(filter, { first: 1 })).nodes;
    const { pageInfo } = await find(filter, { first: 1 });
    const [other] = (await find(filter, { first: 1, after: pageInfo.endCursor })).nodes;
    expect([one, other].map((found) => [found?.equipment.id, found?.firstStarts[0]?.startsAt.slice(11, 16)])).toEqual([
      [ids.kiln, '06:00'],
      [ids.laser, '06:00'],
    ]);
  });

  test('tells how much of each day of the week is free', async () => {
    const { data } = await world.ask<{
      equipment: { week: { date: string; openMinutes: number; freeMinutes: number }[] };
    }>(null, 'query ($id: ID!) { equipment(id: $id) { week(from: "2026-11-25") { date openMinutes freeMinutes } } }', {
      id: ids.kiln,
    });
    expect(data?.equipment.week.map(({ date }) => date.slice(5))).toEqual([
      '11-25',
      '11-26',
      '11-27',
      '11-28',
      '11-29',
      '11-30',
      '12-01',
    ]);
    expect(data?.equipment.week[1]).toMatchObject({ openMinutes: 720, freeMinutes: 150 });
    expect(data?.equipment.week[2]).toMatchObject({ openMinutes: 720, freeMinutes: 720 });
  });

  test('finds what is free behind many that are not', async () => {
    const city = await makeCity(world, { name: 'Kaunas', slug: 'kaunas' });
    const centre = await makeCentre(world, { city });
    for (let index = 0; index < 12; index += 1) {
      const { units } = await makeEquipment(world, { centre, name: `A ${index}` });
      const [unit = ''] = units;
      // Half an hour is left of each; of the last six nothing at all.
      await makeOccupancy(world, { unit, from: '2026-11-26T09:00:00Z', until: '2026-11-26T10:00:00Z' });
      if (index >= 6) await makeOccupancy(world, { unit, from: '2026-11-26T10:00:00Z', until: '2026-11-26T11:00:00Z' });
    }
    await makeEquipment(world, { centre, name: 'Z' });
    const filter = { ...within('09:00', '10:30', 60), city: 'kaunas' };
    expect((await find(filter, { first: 1 })).nodes.map(({ equipment }) => equipment.name)).toEqual(['Z']);
    expect((await find(filter)).totalCount).toBe(1);
  });
});

describe('a search that cannot be meant', () => {
  const freeFrom = '2026-11-26T08:00:00Z';
  test.each([
    ['freeUntil', { freeFrom }],
    ['freeFrom', { freeUntil: freeFrom }],
    ['freeUntil', { freeFrom, freeUntil: freeFrom }],
    ['freeUntil', { freeFrom, freeUntil: '2026-11-25T08:00:00Z' }],
    ['freeUntil', { freeFrom, freeUntil: '2026-12-10T08:00:01Z' }],
    ['minutes', { minutes: 14 }],
    ['minutes', { minutes: 1441 }],
    ['text', { text: 'x'.repeat(201) }],
    ['text', { text: '\0' }],
    ['type', { type: '\0' }],
    ['country', { country: 'Lithuania' }],
    ['near.within', { near: { latitude: 1, longitude: 1, within: 501 } }],
    ['order', { order: 'NEAREST' }],
    ['order', { order: 'SOONEST' }],
  ])('is refused with the field %s', async (field, filter) => {
    const { code, errors } = await world.ask(null, document, { filter });
    expect(code).toBe('BAD_INPUT');
    expect(errors?.[0]?.extensions?.problems).toMatchObject([{ field }]);
  });

  test.each(['yesterday', '2026-11-26', '2026-13-01T00:00:00Z'])('is refused from %s', async (freeFrom) => {
    const { code } = await world.ask(null, document, { filter: { freeFrom, freeUntil: '2026-11-26T09:00:00Z' } });
    expect(code).toBe('BAD_INPUT');
  });

  test('is refused behind a cursor of another list', async () => {
    const { pageInfo } = await find(null, { first: 1 });
    const filter = { near: { latitude: 54.68, longitude: 25.29 } };
    expect((await world.ask(null, document, { filter, after: pageInfo.endCursor })).code).toBe('CURSOR_INVALID');
  });
});

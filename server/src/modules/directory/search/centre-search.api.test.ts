import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType } from '../../../../test/factories/equipment.ts';
import { makeException } from '../../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;

const search = /* GraphQL */ `
  query ($filter: CentreFilter, $first: Int, $after: String) {
    centres(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes { name distance openNow }
      edges { cursor node { id } }
      pageInfo { hasNextPage endCursor hasPreviousPage }
    }
  }
`;
interface Found {
  centres: {
    totalCount: number;
    nodes: { name: string; distance: number | null; openNow: boolean }[];
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null; hasPreviousPage: boolean };
  };
}

async function find(filter: Record<string, unknown> | null, page: { first?: number; after?: string | null } = {}) {
  const { data, errors } = await world.ask<Found>(null, search, { filter, ...page });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no data');
  return data.centres;
}
const names = async (filter: Record<string, unknown> | null) => (await find(filter)).nodes.map(({ name }) => name);

beforeAll(async () => {
  world = await embeddedWorld();
  const vilnius = await makeCity(world, { names: { pt: 'Vílnius', es: 'Vilna' } });
  const lisboa = await makeCity(world, {
    name: 'Lisboa',
    country: 'PT',
    zone: 'Europe/Lisbon',
    names: { en: 'Lisbon', lt: 'Lisabona' },
    latitude: 38.72,
    longitude: -9.14,
  });
  const umi = await makeCentre(world, {
    name: 'Užupio meno inkubatorius',
    city: vilnius,
    model: 'arts_incubator',
    point: [54.681, 25.294],
    hours: [{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' }],
  });
  const technarium = await makeCentre(world, {
    name: 'Technarium',
    city: vilnius,
    model: 'hackerspace',
    summary: 'Hakerių erdvė Naujamiestyje',
    point: [54.675, 25.277],
    hours: [{ weekdays: [3], opens: '18:00', closes: '24:00' }],
  });
  const fablab = await makeCentre(world, {
    name: 'FabLab Lisboa',
    city: lisboa,
    model: 'fab_lab',
    point: [38.726, -9.136],
    hours: [{ opens: '08:00', closes: '20:00' }],
  });
  await makeCentre(world, { name: 'Padirbtuvės', city: vilnius, address: 'Aguonų g. 17', point: null, hours: [] });
  await makeEquipment(world, { centre: technarium });
  await makeEquipmentType(world, {
    key: 'kiln',
    names: { en: 'Kiln', lt: 'Keramikos degimo krosnis' },
    group: 'ceramics',
  });
  await makeEquipment(world, { centre: umi, type: 'kiln' });
  await makeEquipment(world, { centre: umi, type: 'kiln' });
  await makeEquipment(world, { centre: fablab, name: 'Trotec Speedy' });
  await makeEquipment(world, { centre: fablab, type: 'kiln', withdrawn: true });
});
afterAll(() => world.close());

describe('a search for centres', () => {
  test('lists all centres by name without any filter', async () => {
    expect(await names(null)).toEqual(['FabLab Lisboa', 'Padirbtuvės', 'Technarium', 'Užupio meno inkubatorius']);
  });

  test.each([
    ['a name without its accents', 'uzupio', ['Užupio meno inkubatorius']],
    ['a name with typing slips', 'technarum', ['Technarium']],
    ['the beginning of a name', 'padir', ['Padirbtuvės']],
    ['another form of the word of a machine', 'lazerinis', ['FabLab Lisboa', 'Technarium']],
    ['a machine in the other language', 'laser', ['FabLab Lisboa', 'Technarium']],
    ['the own name of a machine', 'trotec', ['FabLab Lisboa']],
    ['a word of the summary', 'hakeriu', ['Technarium']],
    ['a street', 'aguonu', ['Padirbtuvės']],
    ['a city in any language', 'Lisabona', ['FabLab Lisboa']],
    ['a city and a machine', 'lazerinis Vilniuje', ['Technarium']],
    ['a city in the genitive', 'Vilniaus hakeriai', ['Technarium']],
    ['a machine that was withdrawn, elsewhere', 'kiln lisboa', []],
    ['nothing known', 'submarine', []],
    ['signs alone', '%_', []],
    ['blanks', '   ', ['FabLab Lisboa', 'Padirbtuvės', 'Technarium', 'Užupio meno inkubatorius']],
  ])('by %s finds just what is meant', async (_, text, expected) => {
    expect(await names({ text })).toEqual(expected);
  });

  test('puts a centre of that name before one that only has to do with it', async () => {
    await makeCentre(world, {
      name: 'Aaa',
      summary: 'Draugauja su Technarium',
      city: await makeCity(world),
      hours: [],
    });
    expect(await names({ text: 'technarium' })).toEqual(['Technarium', 'Aaa']);
    const em = world.em();
    await em.execute(`delete from centre where name = 'Aaa'`);
  });

  test('keeps to a city, a country, models and equipment', async () => {
    expect(await names({ city: 'lisboa' })).toEqual(['FabLab Lisboa']);
    expect(await names({ city: 'nowhere' })).toEqual([]);
    expect(await names({ country: 'LT', models: ['HACKERSPACE', 'FAB_LAB'] })).toEqual(['Technarium']);
    expect(await names({ models: [] })).toHaveLength(4);
    expect(await names({ equipmentType: 'kiln' })).toEqual(['Užupio meno inkubatorius']);
    expect(await names({ equipmentType: 'laser_cutter', country: 'pt' })).toEqual(['FabLab Lisboa']);
  });

  test('lists the nearest first and says how far they are', async () => {
    const { nodes, totalCount } = await find({ near: { latitude: 54.6745, longitude: 25.2765 } });
    expect(nodes.map(({ name }) => name)).toEqual(['Technarium', 'Užupio meno inkubatorius']);
    expect(nodes[0]?.distance).toBeCloseTo(0.064, 2);
    expect(nodes[1]?.distance).toBeCloseTo(1.338, 2);
    expect(totalCount).toBe(2);
    expect((await find(null)).nodes.every(({ distance }) => distance === null)).toBe(true);
  });

  test('shows only what is open at this moment, and says so of each', async () => {
    // A Wednesday, 10:00 in Vilnius and 8:00 in Lisbon.
    expect(await names({ openNow: true })).toEqual(['FabLab Lisboa', 'Užupio meno inkubatorius']);
    const { nodes } = await find(null);
    expect(nodes.filter(({ openNow }) => openNow).map(({ name }) => name)).toEqual([
      'FabLab Lisboa',
      'Užupio meno inkubatorius',
    ]);
    world.now = new Date('2026-11-25T21:59:59Z');
    expect(await names({ openNow: true })).toEqual(['Technarium']);
    world.now = new Date('2026-11-25T22:00:00Z');
    expect(await names({ openNow: true })).toEqual([]);
    world.now = new Date('2026-11-25T08:00:00Z');
  });

  test('knows exceptions from the weekly hours', async () => {
    const centre = await makeCentre(world, { name: 'Zzz' });
    await makeException(world, { centre, startsOn: '2026-12-24', endsOn: '2026-12-26', yearly: true });
    await makeException(world, {
      centre,
      startsOn: '2026-12-31',
      hours: { opens: '10:00', closes: '12:00' },
    });
    const openAt = async (instant: string) => {
      world.now = new Date(instant);
      return (await names({ openNow: true })).includes('Zzz');
    };
    expect(await openAt('2026-12-23T10:00:00Z')).toBe(true);
    expect(await openAt('2026-12-25T10:00:00Z')).toBe(false);
    expect(await openAt('2029-12-25T10:00:00Z')).toBe(false);
    expect(await openAt('2026-12-31T09:59:00Z')).toBe(true);
    expect(await openAt('2026-12-31T10:00:00Z')).toBe(false);
    expect(await openAt('2027-12-31T10:00:00Z')).toBe(true);
    world.now = new Date('2026-11-25T08:00:00Z');
    await world.em().execute(`delete from centre where name = 'Zzz'`);
  });
});

describe('pages of centres', () => {
  test.each([
    ['by name', {}],
    ['by match', { text: 'lazerinis' }],
    ['by distance', { near: { latitude: 54.6745, longitude: 25.2765, within: 500 } }],
  ])('follow each other without loss or repetition %s', async (_, filter) => {
    const whole = await find(filter);
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await find(filter, { first: 1, after });
      expect(page.totalCount).toBe(whole.totalCount);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      ids.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(ids).toEqual(whole.edges.map(({ node }) => node.id));
    expect(ids.length).toBeGreaterThan(1);
  });

  test.each([
    '',
    'x',
    'WzFd',
    btoa('["a","not an id"]'),
    btoa('["a"]'),
    btoa('[1,"00000000-0000-7000-8000-000000000000"]'),
  ])('cannot start behind the cursor %j', async (after) => {
    expect((await world.ask(null, search, { after })).code).toBe('CURSOR_INVALID');
  });

  test.each([0, -1, 101])('cannot hold %d rows', async (first) => {
    expect((await world.ask(null, search, { first })).code).toBe('BAD_INPUT');
  });
});

describe('a search that cannot be meant', () => {
  test.each([
    ['text', { text: 'x'.repeat(201) }],
    ['text', { text: 'a\0b' }],
    ['country', { country: 'LTU' }],
    ['country', { country: '\0\0' }],
    ['city', { city: 'vil\0nius' }],
    ['equipmentType', { equipmentType: 'laser\0' }],
    ['near.latitude', { near: { latitude: 90.1, longitude: 0 } }],
    ['near.longitude', { near: { latitude: 0, longitude: -181 } }],
    ['near.within', { near: { latitude: 0, longitude: 0, within: 500.1 } }],
    ['near.within', { near: { latitude: 0, longitude: 0, within: 0 } }],
  ])('is refused with the field %s', async (field, filter) => {
    const { code, errors } = await world.ask(null, search, { filter });
    expect(code).toBe('BAD_INPUT');
    expect(errors?.[0]?.extensions?.problems).toMatchObject([{ field }]);
  });

  test('names every problem at once, in the language of the reader', async () => {
    const filter = { country: 'LTU', near: { latitude: 100, longitude: 200 } };
    const { errors } = await world.ask(null, search, { filter }, { locale: 'lt' });
    expect(errors?.[0]?.extensions?.problems).toEqual([
      { field: 'country', message: 'Šalis nurodoma dviem raidėmis, pavyzdžiui, LT.' },
      { field: 'near.latitude', message: 'Platuma yra nuo -90 iki 90 laipsnių.' },
      { field: 'near.longitude', message: 'Ilguma yra nuo -180 iki 180 laipsnių.' },
    ]);
  });
});

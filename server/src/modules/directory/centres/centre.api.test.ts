import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { makeException } from '../../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let vilnius: string;
let umi: string;

beforeAll(async () => {
  world = await embeddedWorld();
  vilnius = await makeCity(world, { names: { es: 'Vilna' }, partner: true });
  const zagreb = await makeCity(world, {
    name: 'Zagreb',
    country: 'HR',
    zone: 'Europe/Zagreb',
    names: { lt: 'Zagrebas' },
    partner: true,
  });
  umi = await makeCentre(world, {
    name: 'Užupio meno inkubatorius',
    slug: 'umi',
    city: vilnius,
    model: 'arts_incubator',
    summary: 'Menų inkubatorius Užupyje.',
    summaryLanguage: 'lt',
    point: [54.681, 25.294],
    pointPrecision: 'approximate',
    accessType: 'open',
    hours: [
      { weekdays: [2], opens: '18:00', closes: '24:00' },
      { weekdays: [2, 1], opens: '09:30', closes: '17:00' },
    ],
  });
  await makeCentre(world, { city: vilnius, model: 'makerspace', point: null });
  const radiona = await makeCentre(world, { name: 'Radiona', city: zagreb, model: 'makerspace' });
  await makeEquipmentType(world, { key: 'kiln', names: { en: 'Kiln', lt: 'Degimo krosnis' }, group: 'ceramics' });
  await makeEquipment(world, { centre: umi, type: 'kiln' });
  await makeEquipment(world, { centre: umi, type: 'kiln', name: 'Mažoji krosnis' });
  await makeEquipment(world, { centre: radiona, type: 'kiln' });
  await makeEquipment(world, { centre: radiona });
  await makeEquipment(world, { centre: radiona, withdrawn: true });
  await makeException(world, { centre: umi, startsOn: '2026-11-24', messages: { lt: 'Praėjo' } });
  await makeException(world, {
    centre: umi,
    startsOn: '2026-11-25',
    endsOn: '2026-11-26',
    hours: { opens: '10:00', closes: '24:00' },
    messages: { lt: 'Mugė', en: 'Fair' },
  });
  await makeException(world, { centre: umi, startsOn: '2020-12-25', yearly: true });
});
afterAll(() => world.close());

describe('a centre', () => {
  const whole = /* GraphQL */ `
    query ($slug: String, $id: ID) {
      centre(slug: $slug, id: $id) {
        id slug name model summary summaryLanguage zone currency languages accessType verifiedOn
        city { name country { code name digitalConsentAge currency } }
        point { latitude longitude precision }
        openingHours { weekday opens closes }
        openingExceptions { kind startsOn endsOn opens closes yearly message }
        equipmentCount
        equipment { name type { key name } centre { id } }
      }
    }
  `;

  test('shows everything that visitors may know', async () => {
    const { data, errors } = await world.ask(null, whole, { slug: 'umi' }, { locale: 'lt' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      centre: {
        id: umi,
        slug: 'umi',
        name: 'Užupio meno inkubatorius',
        model: 'ARTS_INCUBATOR',
        summary: 'Menų inkubatorius Užupyje.',
        summaryLanguage: 'lt',
        zone: 'Europe/Vilnius',
        currency: 'EUR',
        languages: ['lt'],
        accessType: 'OPEN',
        verifiedOn: null,
        city: { name: 'Vilnius', country: { code: 'LT', name: 'Lietuva', digitalConsentAge: 14, currency: 'EUR' } },
        point: { latitude: 54.681, longitude: 25.294, precision: 'APPROXIMATE' },
        openingHours: [
          { weekday: 1, opens: '09:30', closes: '17:00' },
          { weekday: 2, opens: '09:30', closes: '17:00' },
          { weekday: 2, opens: '18:00', closes: '24:00' },
        ],
        openingExceptions: [
          {
            kind: 'CLOSED',
            startsOn: '2020-12-25',
            endsOn: '2020-12-25',
            opens: null,
            closes: null,
            yearly: true,
            message: null,
          },
          {
            kind: 'SPECIAL_HOURS',
            startsOn: '2026-11-25',
            endsOn: '2026-11-26',
            opens: '10:00',
            closes: '24:00',
            yearly: false,
            message: 'Mugė',
          },
        ],
        equipmentCount: 2,
        equipment: [
          { name: 'Degimo krosnis', type: { key: 'kiln', name: 'Degimo krosnis' }, centre: { id: umi } },
          { name: 'Mažoji krosnis', type: { key: 'kiln', name: 'Degimo krosnis' }, centre: { id: umi } },
        ],
      },
    });
  });

  test('is the same by its id', async () => {
    const { data } = await world.ask<{ centre: { slug: string } }>(null, whole, { id: umi });
    expect(data?.centre.slug).toBe('umi');
  });

  test.each([
    [{ slug: 'no-such-centre' }],
    [{ slug: '' }],
    [{ slug: 'a\0' }],
    [{ slug: 'x'.repeat(3000) }],
    [{ id: 'umi' }],
    [{ id: '' }],
    [{ id: '00000000-0000-7000-8000-000000000000' }],
  ])('is not found by %j', async (variables) => {
    expect((await world.ask(null, whole, variables)).code).toBe('NOT_FOUND');
  });

  test('is named by one of the two, its id or its slug', async () => {
    expect((await world.ask(null, whole, {})).code).toBe('BAD_INPUT');
    expect((await world.ask(null, whole, { id: umi, slug: 'umi' })).code).toBe('BAD_INPUT');
  });

  test('lets its staff act for it, but no other member and no visitor', async () => {
    const staff = await makePerson(world);
    await makeMembership(world, { personId: staff, centreId: umi, role: 'staff' });
    const member = await makePerson(world);
    await makeMembership(world, { personId: member, centreId: umi, role: 'member' });
    const mayActFor = async (person: string | null) => {
      const document = '{ centre(slug: "umi") { viewerCan { actFor } } }';
      const { data } = await world.ask<{ centre: { viewerCan: { actFor: boolean } } }>(person, document);
      return data?.centre.viewerCan.actFor;
    };
    expect(await mayActFor(staff)).toBe(true);
    expect(await mayActFor(member)).toBe(false);
    expect(await mayActFor(null)).toBe(false);
  });
});

describe('facets of a search', () => {
  const document = /* GraphQL */ `
    query ($filter: CentreFilter) {
      centres(filter: $filter) {
        totalCount
        facets {
          models { model count }
          cities { city { slug } count }
          countries { country { code } count }
          equipmentTypes { equipmentType { key } count }
        }
      }
    }
  `;
  const facets = async (filter: object) => {
    const { data, errors } = await world.ask<{
      centres: {
        totalCount: number;
        facets: {
          models: { model: string; count: number }[];
          cities: { city: { slug: string }; count: number }[];
          countries: { country: { code: string }; count: number }[];
          equipmentTypes: { equipmentType: { key: string }; count: number }[];
        };
      };
    }>(null, document, { filter });
    expect(errors).toBeUndefined();
    if (!data) throw new Error('no data');
    const { models, cities, countries, equipmentTypes } = data.centres.facets;
    return {
      total: data.centres.totalCount,
      models: Object.fromEntries(models.map(({ model, count }) => [model, count])),
      cities: Object.fromEntries(cities.map(({ city, count }) => [city.slug, count])),
      countries: Object.fromEntries(countries.map(({ country, count }) => [country.code, count])),
      types: Object.fromEntries(equipmentTypes.map(({ equipmentType, count }) => [equipmentType.key, count])),
    };
  };

  test('count centres, not machines', async () => {
    expect(await facets({})).toEqual({
      total: 3,
      models: { MAKERSPACE: 2, ARTS_INCUBATOR: 1 },
      cities: { vilnius: 2, zagreb: 1 },
      countries: { LT: 2, HR: 1 },
      types: { kiln: 2, laser_cutter: 1 },
    });
  });

  test('leave out each its own filter only', async () => {
    expect(await facets({ city: 'vilnius', models: ['MAKERSPACE'] })).toEqual({
      total: 1,
      models: { ARTS_INCUBATOR: 1, MAKERSPACE: 1 },
      cities: { vilnius: 1, zagreb: 1 },
      countries: { LT: 1 },
      types: {},
    });
    expect(await facets({ equipmentType: 'laser_cutter', country: 'HR' })).toEqual({
      total: 1,
      models: { MAKERSPACE: 1 },
      cities: { zagreb: 1 },
      countries: { HR: 1 },
      types: { kiln: 1, laser_cutter: 1 },
    });
  });

  test('say for each choice what choosing it finds', async () => {
    const before = await facets({ country: 'LT' });
    for (const [model, count] of Object.entries(before.models)) {
      expect((await facets({ country: 'LT', models: [model] })).total).toBe(count);
    }
    expect(Object.keys(before.models)).toHaveLength(2);
  });
});

describe('cities', () => {
  const document = '{ cities { slug name centreCount partner country { name } } }';

  test('are listed by their name in the language of the reader', async () => {
    const { data } = await world.ask(null, document, {}, { locale: 'lt' });
    expect(data).toEqual({
      cities: [
        { slug: 'vilnius', name: 'Vilnius', centreCount: 2, partner: true, country: { name: 'Lietuva' } },
        { slug: 'zagreb', name: 'Zagrebas', centreCount: 1, partner: true, country: { name: 'Kroatija' } },
      ],
    });
  });

  test('of one country only, where it is named', async () => {
    const ask = (country: string) =>
      world.ask<{ cities: { slug: string }[] }>(null, 'query ($c: String) { cities(country: $c) { slug } }', {
        c: country,
      });
    expect((await ask('HR')).data?.cities).toEqual([{ slug: 'zagreb' }]);
    expect((await ask('FR')).data?.cities).toEqual([]);
    expect((await ask('Croatia')).code).toBe('BAD_INPUT');
  });
});

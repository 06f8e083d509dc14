import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { loadEquipmentTypes } from '../../directory/import/reference-data.service.ts';

let world: World;

const document = /* GraphQL */ `
  query ($text: String!, $city: String, $first: Int) {
    suggestEquipment(text: $text, city: $city, first: $first) {
      __typename
      ... on EquipmentTypeSuggestion { equipmentType { key name group } inCity inNetwork }
      ... on CentreSuggestion { centre { slug name city { name } } }
    }
  }
`;
type Suggestion =
  | { __typename: 'EquipmentTypeSuggestion'; equipmentType: { key: string }; inCity: number | null; inNetwork: number }
  | { __typename: 'CentreSuggestion'; centre: { name: string } };

const ask = (text: string, more: { city?: string; first?: number } = {}) =>
  world.ask<{ suggestEquipment: Suggestion[] }>(null, document, { text, ...more });
async function suggested(text: string, more: { city?: string; first?: number } = {}) {
  const { data, errors } = await ask(text, more);
  expect(errors).toBeUndefined();
  return (data?.suggestEquipment ?? []).map((each) =>
    each.__typename === 'CentreSuggestion' ? each.centre.name : each.equipmentType.key,
  );
}

beforeAll(async () => {
  world = await embeddedWorld();
  await loadEquipmentTypes(world.em());
  const vilnius = await makeCity(world);
  const kaunas = await makeCity(world, { name: 'Kaunas' });
  const here = await makeCentre(world, { name: 'Lazerių dirbtuvės', city: vilnius });
  const there = await makeCentre(world, { name: 'Keramikos namai', city: kaunas });
  for (const type of ['laser_cutter', 'laser_cutter', 'jigsaw', 'sewing_machine']) {
    await makeEquipment(world, { centre: here, type });
  }
  for (const type of ['laser_cutter', 'kiln', 'potters_wheel', 'potters_wheel', 'band_saw', 'band_saw', 'band_saw']) {
    await makeEquipment(world, { centre: there, type });
  }
  await makeEquipment(world, { centre: here, type: 'kiln', withdrawn: true });
});
afterAll(() => world.close());

describe('who says what they want to make', () => {
  test.each([
    ['lazeris', 'laser_cutter'],
    ['laseris', 'laser_cutter'],
    ['laser', 'laser_cutter'],
    ['engrave', 'laser_cutter'],
    ['3D', 'printer_3d_fdm'],
    ['puodas', 'potters_wheel'],
    ['pasisiūti suknelę', 'sewing_machine'],
    ['siuti', 'sewing_machine'],
    ['sew', 'sewing_machine'],
    ['solder', 'soldering_station'],
    ['įrašyti dainą', 'audio_studio'],
    ['suvirinti', 'welder_mig'],
    ['krsonis', 'kiln'],
    ['renginys', 'event_hall'],
  ])('%j is led to the machine', async (text, key) => {
    expect((await suggested(text, { city: 'vilnius' }))[0]).toBe(key);
  });

  test('finds what there is most of in the city first, and counts what is offered', async () => {
    expect((await suggested('išpjauti', { city: 'vilnius' })).slice(0, 2)).toEqual(['laser_cutter', 'jigsaw']);
    expect((await suggested('išpjauti', { city: 'kaunas' }))[0]).toBe('band_saw');
    const { data } = await ask('krosnis', { city: 'vilnius' });
    expect(data?.suggestEquipment[0]).toMatchObject({ equipmentType: { key: 'kiln' }, inCity: 0, inNetwork: 1 });
    expect((await ask('lazeris')).data?.suggestEquipment[0]).toMatchObject({ inCity: null, inNetwork: 3 });
  });

  test('finds centres by their names, beside machines', async () => {
    expect((await suggested('lazerių'))[0]).toBe('Lazerių dirbtuvės');
    expect(await suggested('keramik')).toContain('Keramikos namai');
    expect(await suggested('laser', { first: 1 })).toEqual(['laser_cutter']);
  });

  test.each(['', ' ', '%', "'; --", '<->', 'NOT & |', '🪚', '\u202e', '\\', 'ąžuolynas'])(
    '%j means nothing and does no harm',
    async (text) => {
      expect(await suggested(text)).toEqual([]);
    },
  );

  test.each([
    ['a text too long', { text: 'a'.repeat(101) }],
    ['a text with a NUL', { text: 'a\u0000' }],
    ['none', { text: 'a', first: 0 }],
    ['too many', { text: 'a', first: 21 }],
    ['a city too long', { text: 'a', city: 'a'.repeat(81) }],
  ])('is refused %s', async (_, variables) => {
    const { errors } = await world.ask(null, document, variables);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  test('costs the same number of statements whatever is found', async () => {
    const few = await statementsOf(world, () => ask('lazerių dirbtuvės'));
    const many = await statementsOf(world, () => ask('s', { first: 20 }));
    expect(many.length).toBeLessThanOrEqual(few.length);
    expect(few.length).toBeLessThanOrEqual(6);
  });
});

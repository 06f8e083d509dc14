import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeOccupancy } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let person: string;
let makeOne: (index: number) => Promise<void>;

beforeAll(async () => {
  world = await embeddedWorld();
  person = await makePerson(world);
  makeOne = async (index) => {
    const city = await makeCity(world, { name: `City ${index}` });
    const centre = await makeCentre(world, { city });
    for (const type of ['laser_cutter', 'kiln']) {
      const { units } = await makeEquipment(world, { centre, type, units: 2, audience: 'members' });
      await makeOccupancy(world, { unit: units[0] ?? '', from: '2026-11-25T09:00:00Z', until: '2026-11-25T10:00:00Z' });
    }
  };
  for (let index = 0; index < 2; index += 1) await makeOne(index);
});
afterAll(() => world.close());

/** How many statements one question costs. */
async function cost(
  document: string,
  variables: Record<string, unknown> = {},
): Promise<{ rows: number; statements: number }> {
  let answer: Awaited<ReturnType<typeof world.ask<Record<string, { nodes: unknown[] }>>>> | undefined;
  const seen = await statementsOf(world, async () => {
    answer = await world.ask(person, document, variables);
  });
  const { data, errors } = answer ?? {};
  expect(errors).toBeUndefined();
  return { rows: Object.values(data ?? {})[0]?.nodes.length ?? 0, statements: seen.length };
}

const equipmentFields = `id name type { name names { text } equipmentCount } units { name } unitCount rules { gridMinutes }
  openingHours { opens } today: day { kind freeUnits } then: day(date: "2026-12-24") { kind } nextFree { startsAt endsAt }
  viewerCan { book bookNeeds { message } }`;
const centreFields = `id name city { name centreCount country { name } } point { latitude } distance openNow
  openingHours { opens } openingExceptions { message } equipmentCount viewerCan { actFor }`;

const questions = {
  'a page of centres': /* GraphQL */ `{
    centres(first: 8, filter: { openNow: true }) {
      totalCount
      facets { models { count } cities { city { name } } countries { count } equipmentTypes { equipmentType { name } } }
      nodes { ${centreFields} equipment { ${equipmentFields} centre { name } } }
    }
  }`,
  'a search for free equipment': /* GraphQL */ `{
    searchEquipment(first: 16, filter: {
      text: "city", freeFrom: "2026-11-25T08:00:00Z", freeUntil: "2026-11-27T08:00:00Z"
    }) {
      totalCount
      nodes { freeUnits freeStretches { startsAt } equipment { ${equipmentFields} centre { ${centreFields} } } }
    }
  }`,
  'the soonest of a week': /* GraphQL */ `{
    searchEquipment(first: 16, filter: {
      order: SOONEST, freeFrom: "2026-11-25T08:00:00Z", freeUntil: "2026-12-02T08:00:00Z"
    }) {
      totalCount
      nodes { firstStarts { startsAt } equipment { id week(from: "2026-11-25") { freeMinutes } centre { ${centreFields} } } }
    }
  }`,
  'a list of equipment': /* GraphQL */ `{
    searchEquipment(first: 16) { nodes { freeUnits distance equipment { ${equipmentFields} centre { ${centreFields} } } } }
  }`,
};

describe('the number of statements does not grow with the page', () => {
  const small: Record<string, { rows: number; statements: number }> = {};

  test('for a few rows', async () => {
    for (const [name, question] of Object.entries(questions)) small[name] = await cost(question);
    expect(Object.values(small).map(({ rows }) => rows)).toEqual([2, 4, 4, 4]);
  });

  test('for four times as many', async () => {
    for (let index = 2; index < 8; index += 1) await makeOne(index);
    for (const [name, question] of Object.entries(questions)) {
      const { rows, statements } = await cost(question);
      expect({ name, rows }).toEqual({ name, rows: 4 * (small[name]?.rows ?? 0) });
      expect({ name, statements }).toEqual({ name, statements: small[name]?.statements });
      expect(statements).toBeGreaterThan(5);
      expect(statements).toBeLessThanOrEqual(25);
    }
  });

  test('and what is not asked for is not counted', async () => {
    expect((await cost('{ centres { nodes { name } } }')).statements).toBeLessThan(
      (await cost('{ centres { totalCount nodes { name } } }')).statements,
    );
    const page = await cost('{ centres { nodes { name } } }');
    const faceted = await cost('{ centres { nodes { name } facets { models { count } } } }');
    expect(faceted.statements).toBe(page.statements + 1);
  });

  test('and what is asked under many names is read once', async () => {
    const facets = 'facets { models { count } cities { count } countries { count } equipmentTypes { count } }';
    const points = 'centrePoints(filter: { openNow: true }) { id }';
    const asked = (count: number, field: string) =>
      Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ');
    const cost = async (fields: string) => (await statementsOf(world, () => world.ask(null, `{ ${fields} }`))).length;
    expect(await cost(`centres(first: 1) { nodes { id } ${asked(4, facets)} }`)).toBe(
      await cost(`centres(first: 1) { nodes { id } ${facets} }`),
    );
    expect(await cost(asked(4, points))).toBe(await cost(points));
  });
});

describe('what a list shows of each centre', () => {
  const shown = `id equipmentCount
    equipment { ...named description centre { id } } posts { totalCount }`;
  const named = 'fragment named on Equipment { id name type { __typename key name } }';

  test('is the same of nodes and of edges', async () => {
    const ofEdges = await world.ask<{ centres: { edges: { node: unknown }[] } }>(
      person,
      `{ centres { edges { node { ${shown} } } } } ${named}`,
    );
    const ofNodes = await world.ask<{ centres: { nodes: unknown[] } }>(
      person,
      `{ centres { nodes { ${shown} } } } ${named}`,
    );
    expect(ofEdges.data?.centres.edges.map(({ node }) => node)).toEqual(ofNodes.data?.centres.nodes);
  });

  test.each([null, 'person'])('is what is read of each alone, for %s', async (who) => {
    const reader = who && person;
    const list = await world.ask<{ centres: { nodes: { id: string; equipment: unknown[] }[] } }>(
      reader,
      `{ centres { nodes { ${shown} } } } ${named}`,
    );
    const nodes = list.data?.centres.nodes ?? [];
    expect(nodes.map(({ equipment }) => equipment.length)).toEqual(Array(8).fill(2));
    for (const node of nodes) {
      const { data } = await world.ask<{ centre: object }>(
        reader,
        `query ($id: ID!) { centre(id: $id) { ${shown} } } ${named}`,
        { id: node.id },
      );
      expect(data?.centre).toEqual(node);
    }
  });
});

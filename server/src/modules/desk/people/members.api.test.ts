import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

interface Members {
  nodes: { role: string; person: { name: string }; viewerCan: { end: boolean } }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  totalCount: number;
}

let world: World;
let staff: string;
let member: string;
beforeAll(async () => {
  world = await embeddedWorld();
  const centre = await makeCentre(world, { slug: 'cechas' });
  const add = async (name: string, role: 'member' | 'staff' | 'manager', validUntil?: Date) => {
    const personId = await makePerson(world, { name });
    await makeMembership(world, { personId, centreId: centre, role, ...(validUntil && { validUntil }) });
    return personId;
  };
  staff = await add('Jonas', 'staff');
  member = await add('Aistė', 'member');
  await add('Rūta 100%', 'member');
  await add('Rūta', 'member');
  await add('Vadovė', 'manager');
  await add('Buvusi', 'member', world.now);
  await makeMembership(world, { personId: await makePerson(world), centreId: await makeCentre(world) });
});
afterAll(() => world.close());

const document = `query ($name: String, $first: Int, $after: String) {
  desk(centreSlug: "cechas") { members(name: $name, first: $first, after: $after) {
    nodes { role person { name } viewerCan { end } } pageInfo { endCursor hasNextPage } totalCount } } }`;
const ask = (who: string | null, variables: Record<string, unknown> = {}) =>
  world.ask<{ desk: { members: Members } }>(who, document, variables);
async function members(variables: Record<string, unknown> = {}): Promise<Members> {
  const { data, errors } = await ask(staff, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.desk.members;
}
const names = ({ nodes }: Members) => nodes.map(({ person }) => person.name);

describe('the people of a centre at its desk', () => {
  test('are those who belong to it now, by name, each with whether the reader may end it', async () => {
    const { nodes, totalCount } = await members();
    expect(totalCount).toBe(5);
    expect(nodes.map(({ person, role, viewerCan }) => [person.name, role, viewerCan.end])).toEqual([
      ['Aistė', 'MEMBER', true],
      ['Jonas', 'STAFF', false],
      ['Rūta', 'MEMBER', true],
      ['Rūta 100%', 'MEMBER', true],
      ['Vadovė', 'MANAGER', false],
    ]);
  });

  test.each([
    ['rūt', ['Rūta', 'Rūta 100%']],
    ['100%', ['Rūta 100%']],
    ['%', ['Rūta 100%']],
    ['_', []],
    ['\\', []],
    ['x\0', []],
    ['  ', ['Aistė', 'Jonas', 'Rūta', 'Rūta 100%', 'Vadovė']],
    ['a'.repeat(1000), []],
  ])('are looked for by letters of their names: %j', async (name, found) => {
    const shown = await members({ name });
    expect(names(shown)).toEqual(found);
    expect(shown.totalCount).toBe(found.length);
  });

  test('come in pages, each once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Members = await members({ first: 2, after });
      seen.push(...names(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(names(await members()));
  });

  test('take as many statements for many as for one', async () => {
    const few = await statementsOf(world, () => members({ first: 1 }));
    expect(await statementsOf(world, () => members())).toHaveLength(few.length);
  });

  test('are nobody’s to read but the staff’s', async () => {
    expect((await ask(null)).code).toBe('SIGN_IN_REQUIRED');
    expect((await ask(member)).code).toBe('FORBIDDEN');
    expect((await ask(await makePerson(world, { operator: true }))).code).toBe('FORBIDDEN');
  });
});

import fc from 'fast-check';
import { parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makePost } from '../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType } from '../../../test/factories/equipment.ts';
import { makeMembership, makePerson } from '../../../test/factories/identity.ts';
import { makeException, makeHours } from '../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../../database.ts';
import { makeSchema } from '../../schema.ts';
import { executeOperation } from '../execute.ts';

let world: World;
let centre: string;
let other: string;
let member: string;
const schema = makeSchema();

const questions = [
  '{ centres { totalCount nodes { id name openNow equipmentCount equipment { name type { name } } posts { totalCount } } } }',
  '{ centres(first: 1) { nodes { slug viewerCan { actFor } } pageInfo { endCursor } facets { models { count } } } }',
  'query ($id: ID!) { centre(id: $id) { name openNow openingHours { opens } openingExceptions { message } } }',
  'query ($id: ID!) { centre(id: $id) { name city { name } equipment { id units { name } rules { gridMinutes } } posts { nodes { title } } } }',
  '{ equipmentTypes { key name equipmentCount } cities { name centreCount } centrePoints { id } }',
] as const;
const documents = questions.map((question) => parse(question));

beforeAll(async () => {
  world = await embeddedWorld();
  const city = await makeCity(world);
  centre = await makeCentre(world, { city });
  other = await makeCentre(world, { city });
  await makeEquipmentType(world, { key: 'kiln', names: { en: 'Kiln', lt: 'Krosnis' } });
  await makeEquipment(world, { centre, type: 'kiln' });
  member = await makePerson(world);
  await makeMembership(world, { personId: member, centreId: centre, role: 'member' });
});
afterAll(() => world.close());

const database = () => rowsOf(world.em());
let number = 0;
const wait = async (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};
const dayAfter = (days: number) => new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Whatever may happen to what the questions ask for, through services or past them. */
const writes = {
  rename: () => sql`update centre set name = ${`Centre ${number}`} where id = ${centre}`.execute(database()),
  found: () => makeCentre(world),
  equip: () => makeEquipment(world, { centre, type: 'kiln' }),
  withdraw: () =>
    sql`update equipment set withdrawn_at = now() where name = ${`Kiln ${number - 1}`}`.execute(database()),
  name: () =>
    sql`update equipment_type set names = ${JSON.stringify({ en: `Kiln ${number}` })}::jsonb`.execute(database()),
  publish: () => makePost(world, { centre, title: `Post ${number}` }),
  tellMembers: () => makePost(world, { centre, audience: 'members' }),
  hide: () =>
    sql`update post set state = 'withdrawn', withdrawn_at = now() where centre_id = ${centre}`.execute(database()),
  open: () => makeHours(world, { centre: other }),
  promote: () => sql`update membership set role = 'staff' where person_id = ${member}`.execute(database()),
  demote: () => sql`update membership set role = 'member' where person_id = ${member}`.execute(database()),
  close: () =>
    makeException(world, {
      centre,
      startsOn: dayAfter(number % 2),
      messages: { en: `Closed ${number}` },
      yearly: number % 3 === 0,
    }),
  wait: () => wait(1),
  waitForHours: () => wait(60 + (number % 5) * 100),
};
type Write = keyof typeof writes;

async function compare(question: number, person: string | null, locale: 'lt' | 'en'): Promise<void> {
  const variables = { id: centre };
  const kept = await world.ask(person, questions[question] ?? '', variables, { locale });
  const context = await world.contextFor(person, { locale });
  const fresh = await executeOperation({
    schema,
    document: documents[question] ?? parse('{ __typename }'),
    variables,
    context,
  });
  expect(kept.errors).toBeUndefined();
  expect(kept.data).toEqual(JSON.parse(JSON.stringify(fresh.data)));
}

/** How many statements a visitor's question costs; watched reading runs through an executor of its own. */
async function statementsOf(question: string): Promise<number> {
  let owner: object = database().getExecutor();
  while (!Object.hasOwn(owner, 'executeQuery')) owner = Object.getPrototypeOf(owner);
  const spy = vi.spyOn(owner as { executeQuery(): unknown }, 'executeQuery');
  await world.ask(null, question);
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

describe('an answer that was given before', () => {
  test('is what anew would be answered, whatever happened in between', async () => {
    const step = fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(writes) as Write[])) },
      {
        weight: 4,
        arbitrary: fc.record({
          question: fc.nat(questions.length - 1),
          who: fc.boolean(),
          locale: fc.constantFrom('lt' as const, 'en' as const),
        }),
      },
    );
    const history = fc.array(step, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        for (const each of steps) {
          number += 1;
          if (typeof each === 'string') await writes[each]();
          else await compare(each.question, each.who ? member : null, each.locale);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('costs one statement from the third time on', async () => {
    const [question] = questions;
    await world.ask(null, question);
    await world.ask(null, question);
    expect(await statementsOf(question)).toBe(1);
  });

  test.each(['posts { nodes { title } }'])('is made anew where it shows %s', async (field) => {
    const question = `{ centres { nodes { ${field} } } }`;
    await world.ask(null, question);
    await world.ask(null, question);
    expect(await statementsOf(question)).toBeGreaterThan(2);
  });

  test('is given until the centre closes, and made anew from that moment on', async () => {
    const evening = await makeCentre(world, { hours: [{ opens: '08:00', closes: '20:00' }] });
    const question = `{ centre(id: "${evening}") { openNow } }`;
    const open = async () => (await world.ask<{ centre: { openNow: boolean } }>(null, question)).data?.centre.openNow;
    const at = (clock: string) => {
      world.now = new Date(`${dayAfter(3)}T${clock}Z`);
    };
    at('09:00:00');
    await open();
    await open();
    world.now = new Date(world.now.getTime() + 9 * 3_600_000 - 1);
    expect(await statementsOf(question)).toBe(1);
    expect(await open()).toBe(true);
    world.now = new Date(world.now.getTime() + 1);
    expect(await statementsOf(question)).toBeGreaterThan(1);
    expect(await open()).toBe(false);
    expect(await statementsOf(question)).toBe(1);
  });

  test('is not given to whom it was not given', async () => {
    const question = '{ centres { nodes { id viewerCan { actFor } } } }';
    await writes.promote();
    const ask = async (person: string | null) => JSON.stringify((await world.ask(person, question)).data);
    for (const _again of [1, 2, 3]) {
      expect(await ask(member)).toContain('true');
      expect(await ask(null)).not.toContain('true');
    }
  });
});

import fc from 'fast-check';
import { parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makePost, makeReply } from '../../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeEquipmentType } from '../../../../test/factories/equipment.ts';
import { makeMembership, makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { makeException, makeHours } from '../../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { makeSchema } from '../../../schema.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { rowsOf } from '../../database/database.ts';
import { comparePositions, decodeCursor, type LogPosition } from '../../events/cursor.rules.ts';
import { executeOperation } from '../execute.ts';
import type { Basis } from './reuse.ts';

let world: World;
let centre: string;
let other: string;
let member: string;
let organisation: string;
let post: string;
let units: readonly string[];
const schema = makeSchema();

const questions = [
  '{ centres { totalCount nodes { id name openNow equipmentCount equipment { name type { name } } posts { totalCount } } } }',
  '{ centres(first: 1) { nodes { slug viewerCan { actFor } } pageInfo { endCursor } facets { models { count } } } }',
  'query ($id: ID!) { centre(id: $id) { name openNow equipment { unitCount day { kind endsAt freeUnits } nextFree { startsAt endsAt } } } liveCursor }',
  '{ searchEquipment(first: 5) { totalCount nodes { equipment { name centre { slug } nextFree { startsAt endsAt } } } } me { person { name } } }',
  `{ posts(first: 5) { totalCount cursor nodes { title bodyHtml replyCount author { person { name } actingFor { __typename
      ... on Organisation { name } } } viewerCan { edit } cursor replies { nodes { bodyHtml } } } } }`,
  'query ($id: ID!) { centre(id: $id) { name openNow openingHours { opens } openingExceptions { message } } }',
  'query ($id: ID!) { centre(id: $id) { name city { name } equipment { id units { name } rules { gridMinutes } } posts { nodes { title } } } }',
  '{ equipmentTypes { key name equipmentCount } cities { name centreCount } centrePoints { id } }',
] as const;
/** Which of them are kept. */
const lasting = [1, 2, 4] as const;
const documents = questions.map((question) => parse(question));

beforeAll(async () => {
  world = await embeddedWorld();
  const city = await makeCity(world);
  centre = await makeCentre(world, { city });
  other = await makeCentre(world, { city });
  await makeEquipmentType(world, { key: 'kiln', names: { en: 'Kiln', lt: 'Krosnis' } });
  ({ units } = await makeEquipment(world, { centre, type: 'kiln', units: 2 }));
  member = await makePerson(world);
  organisation = await makeOrganisation(world);
  post = await makePost(world, { centre, author: member, organisation });
  await makeMembership(world, { personId: member, centreId: centre, role: 'member' });
});
afterAll(() => world.close());

const database = () => rowsOf(world.em());
let number = 0;
const wait = async (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};
const inMinutes = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
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
  publish: () => makePost(world, { centre, title: `Post ${number}`, author: member, organisation }),
  reply: () => makeReply(world, { post, author: member }),
  renamePerson: () => sql`update person set name = ${`Person ${number}`} where id = ${member}`.execute(database()),
  renameFirm: () =>
    sql`update organisation set name = ${`Firm ${number}`} where id = ${organisation}`.execute(database()),
  take: () =>
    sql`insert into occupancy (id, unit_id, during, kind, blocking) values (${newId()}, ${units[number % 2]},
      tstzrange(${inMinutes(30 * (number % 7))}, ${inMinutes(30 * (number % 7) + 90)}), 'maintenance', true)
      on conflict do nothing`.execute(database()),
  free: () => sql`update occupancy set blocking = false where unit_id = ${units[number % 2]}`.execute(database()),
  shorten: () =>
    sql`update equipment set minimum_minutes = ${30 * (1 + (number % 4))} where centre_id = ${centre}`.execute(
      database(),
    ),
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

interface Asked {
  readonly question: number;
  readonly person: boolean;
  readonly locale: 'lt' | 'en';
}
const given = new WeakSet<object>();

/** Compares what is answered with what anew would be answered; tells whether it was answered before. */
async function compare({ question, person, locale }: Asked): Promise<boolean> {
  const variables = { id: centre };
  const who = person ? member : null;
  const { data, errors } = await world.ask<object>(who, questions[question] ?? '', variables, { locale });
  const context = await world.contextFor(who, { locale });
  const document = documents[question] ?? parse('{ __typename }');
  const fresh = await executeOperation({ schema, document, variables, context });
  expect(errors).toBeUndefined();
  const [kept, anew] = [apart(data), apart(fresh.data)];
  expect(kept.answer).toEqual(anew.answer);
  // An older place in the stream is as good, a later one would miss something.
  for (const [index, place] of kept.places.entries())
    expect(comparePositions(place, anew.places[index] ?? place)).toBeLessThanOrEqual(0);
  const again = given.has(data ?? {});
  if (data) given.add(data);
  return again;
}

/** How many of them were answered before. */
async function together(asked: readonly Asked[]): Promise<number> {
  let again = 0;
  for (const each of asked) if (await compare(each)) again += 1;
  return again;
}

/** An answer without its places in the stream of events, and these. */
function apart(answer: unknown) {
  const places: LogPosition[] = [];
  const text = JSON.stringify(answer, (key, value) => {
    const place = /cursor$/i.test(key) && key !== 'endCursor' ? decodeCursor(value) : undefined;
    if (place) places.push(place);
    return place ? 'place' : value;
  });
  return { answer: JSON.parse(text), places };
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

/** Asks until the answer is kept; what it was made of, where it was. */
async function basisOf(question: number, person: string | null): Promise<Basis | undefined> {
  let found: Basis | undefined;
  const onKept = (basis: Basis) => {
    found = basis;
  };
  for (const _again of [1, 2]) {
    const context = { ...(await world.contextFor(person)), onKept };
    await world.askIn(context, questions[question] ?? '', { id: centre });
  }
  return found;
}

describe('an answer that was given before', () => {
  test('is what anew would be answered, whatever happened in between', async () => {
    const asked = fc.record<Asked>({
      question: fc.nat(questions.length - 1),
      person: fc.boolean(),
      locale: fc.constantFrom('lt', 'en'),
    });
    const step = fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(writes) as Write[])) },
      { weight: 3, arbitrary: fc.nat(1) },
    );
    const history = fc.record({
      asked: fc.tuple(asked, asked),
      steps: fc.array(step, { minLength: 20, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ asked, steps }) => {
        for (const each of steps) {
          number += 1;
          if (typeof each === 'string') await writes[each]();
          else await compare(asked[each] ?? asked[0]);
        }
      }),
      { numRuns: 6 },
    );
  });

  const everything = () =>
    together(questions.map((_, question) => ({ question, person: question % 2 === 0, locale: 'en' })));
  test.each(Object.keys(writes) as Write[])('is not given again where this changed it: %s', async (write) => {
    for (const _again of [1, 2, 3]) await everything();
    expect(await everything()).toBe(questions.length);
    number += 1;
    await writes[write]();
    await everything();
  });

  test('is not given again where the clock changed it', async () => {
    let again = 0;
    for (let round = 0; round < 36; round += 1) {
      again += await everything();
      await wait(round % 2 ? 1 : 47);
    }
    expect(again).toBeGreaterThan(36);
  });

  test('costs one statement from the third time on', async () => {
    const [question] = questions;
    await world.ask(null, question);
    await world.ask(null, question);
    expect(await statementsOf(question)).toBe(1);
  });

  test.each([
    'centres(filter: { openNow: true }) { totalCount nodes { id } }',
    'searchEquipment { nodes { freeUnits } }',
  ])('is made anew for %s', async (field) => {
    const question = `{ ${field} }`;
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

  test('stands exactly until something changes that it was made of', async () => {
    const answer = async (question: number) =>
      JSON.stringify((await world.ask(null, questions[question] ?? '', { id: centre })).data);
    const history = fc.array(fc.constantFrom(...(Object.keys(writes) as Write[])), { minLength: 5, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(history, fc.constantFrom(...lasting), async (steps, question) => {
        const bases = [await basisOf(question, null)].flatMap((basis) => basis ?? []);
        expect(bases).toHaveLength(1);
        const before = await answer(question);
        expect(await world.reuse.stand(bases, world.now)).toBe(true);
        for (const each of steps) {
          number += 1;
          await writes[each]();
          if (await world.reuse.stand(bases, world.now)) expect(await answer(question)).toBe(before);
        }
        await writes.rename();
        await writes.name();
        expect(await world.reuse.stand(bases, world.now)).toBe(false);
      }),
      { numRuns: 5 },
    );
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

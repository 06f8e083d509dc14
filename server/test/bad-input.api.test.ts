import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../src/platform/database/database.ts';
import { newId } from '../src/shared/ids/ids.ts';
import { makeMembership } from './factories/belonging.ts';
import { makeBooking } from './factories/booking.ts';
import { makePost } from './factories/collaboration.ts';
import { makeCentre } from './factories/directory.ts';
import { makeEquipment } from './factories/equipment.ts';
import { makePerson } from './factories/identity.ts';
import { embeddedWorld, type World } from './world.ts';

let world: World;
const ids = { nobody: newId(), person: '', stranger: '', centre: '', equipment: '', booking: '', post: '' };

beforeAll(async () => {
  world = await embeddedWorld();
  ids.centre = await makeCentre(world, {});
  const { id, units } = await makeEquipment(world, { centre: ids.centre });
  ids.equipment = id;
  ids.person = await makePerson(world, {});
  ids.stranger = await makePerson(world, {});
  await makeMembership(world, { personId: ids.person, centreId: ids.centre });
  ids.booking = await makeBooking(world, {
    unit: units[0] ?? '',
    booker: ids.person,
    from: '2026-11-27T10:00:00Z',
    until: '2026-11-27T11:00:00Z',
  });
  ids.post = await makePost(world, { author: ids.person, centre: ids.centre });
});
afterAll(() => world.close());

/** What stands in every table that people can write to. */
async function rows(): Promise<unknown> {
  const { rows: counts } = await sql`
    select (select count(*) from booking) as bookings, (select count(*) from occupancy) as occupancies,
      (select count(*) from post) as posts, (select count(*) from reply) as replies,
      (select count(*) from logged_event) as events, (select count(*) from idempotency_key) as requests,
      (select max(version) from booking) as booking_version, (select max(version) from post) as post_version`.execute(
    rowsOf(world.em()),
  );
  return counts;
}

const book = `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { __typename ... on BookingRefused { reasons { condition message } } } }`;
const move = `mutation ($input: MoveBookingInput!) { moveBooking(input: $input) { __typename } }`;
const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }`;
const publish = `mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }`;
const publishEvent = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { id } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`;
const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`;
const actFor = `mutation ($centreId: ID) { actFor(centreId: $centreId) { email } }`;

const slot = { startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T11:00:00Z', idempotencyKey: 'k' };
const text = { title: 'A fine title', body: 'A body', language: 'en', audience: 'PUBLIC', idempotencyKey: 'k' };
const centreSlug = async () => {
  const { rows: found } = await sql<{ slug: string }>`select slug from centre where id = ${ids.centre}`.execute(
    rowsOf(world.em()),
  );
  return found[0]?.slug;
};

type Case = [
  name: string,
  who: 'person' | 'stranger' | null,
  document: string,
  variables: () => object | Promise<object>,
  code: string,
];

const cases: Case[] = [
  ['an id that is none', null, '{ centre(id: "42") { id } }', () => ({}), 'NOT_FOUND'],
  ['an unknown centre', null, '{ centre(slug: "castle") { id } }', () => ({}), 'NOT_FOUND'],
  [
    'an unknown equipment',
    null,
    'query ($id: ID!) { equipment(id: $id) { id } }',
    () => ({ id: ids.nobody }),
    'NOT_FOUND',
  ],
  ['a malformed cursor of a list', null, '{ centres(after: "x") { totalCount } }', () => ({}), 'CURSOR_INVALID'],
  ['a cursor of another list', null, '{ posts(after: "WyJhIiwiYiJd") { totalCount } }', () => ({}), 'CURSOR_INVALID'],
  ['a name that is not in the schema', null, '{ nonsense }', () => ({}), 'GRAPHQL_VALIDATION_FAILED'],
  ['a text that is no document', null, '{ me {', () => ({}), 'GRAPHQL_PARSE_FAILED'],
  ['a hundred levels', null, '{a'.repeat(100) + '}'.repeat(100), () => ({}), 'OPERATION_TOO_DEEP'],
  [
    'far too many rows of rows',
    null,
    'query ($n: Int) { centres(first: $n) { nodes { equipment { id name description centre { id name equipment { id } } } } } }',
    () => ({ n: 100 }),
    'TOO_COSTLY',
  ],
  ['a million rows', null, '{ centres(first: 1000000) { nodes { id } } }', () => ({}), 'BAD_INPUT'],
  ['no rows', null, '{ posts(first: 0) { nodes { id } } }', () => ({}), 'BAD_INPUT'],
  [
    'NUL in a search',
    null,
    'query ($t: String) { centres(filter: { text: $t }) { totalCount } }',
    () => ({ t: 'a\0b' }),
    'BAD_INPUT',
  ],
  [
    'a latitude beyond the pole',
    null,
    '{ centres(filter: { near: { latitude: 91, longitude: 0 } }) { totalCount } }',
    () => ({}),
    'BAD_INPUT',
  ],
  [
    'ten years of timeline',
    null,
    'query ($ids: [ID!]) { timeline(equipmentIds: $ids, startsAt: "2026-01-01T00:00:00Z", endsAt: "2036-01-01T00:00:00Z") { cursor } }',
    () => ({ ids: [ids.equipment] }),
    'BAD_INPUT',
  ],
  ['a visitor who books', null, book, () => ({ input: { equipmentId: ids.equipment, ...slot } }), 'SIGN_IN_REQUIRED'],
  [
    'a booking of what does not exist',
    'person',
    book,
    () => ({ input: { equipmentId: ids.nobody, ...slot } }),
    'NOT_FOUND',
  ],
  [
    'an end before the start',
    'person',
    book,
    () => ({ input: { equipmentId: ids.equipment, ...slot, endsAt: '2026-11-26T09:00:00Z' } }),
    'BAD_INPUT',
  ],
  [
    'an idempotency key of a thousand signs',
    'person',
    book,
    () => ({ input: { equipmentId: ids.equipment, ...slot, idempotencyKey: 'k'.repeat(1000) } }),
    'BAD_INPUT',
  ],
  [
    'NUL in a purpose',
    'person',
    book,
    () => ({ input: { equipmentId: ids.equipment, ...slot, purpose: 'a\0' } }),
    'BAD_INPUT',
  ],
  [
    "a move of another's booking",
    'stranger',
    move,
    () => ({ input: { bookingId: ids.booking, version: 1, ...slot } }),
    'NOT_FOUND',
  ],
  [
    "a cancellation of another's booking",
    'stranger',
    cancel,
    () => ({ input: { bookingId: ids.booking, version: 1 } }),
    'NOT_FOUND',
  ],
  [
    'a megabyte of text',
    'person',
    publish,
    async () => ({ input: { ...text, centre: await centreSlug(), body: 'x'.repeat(1_000_000) } }),
    'BAD_INPUT',
  ],
  [
    'NUL in a title',
    'person',
    publish,
    async () => ({ input: { ...text, centre: await centreSlug(), title: 'abc\0' } }),
    'BAD_INPUT',
  ],
  [
    'a title that turns its direction',
    'person',
    publish,
    async () => ({ input: { ...text, centre: await centreSlug(), title: 'Photo \u202egpj.exe' } }),
    'BAD_INPUT',
  ],
  [
    'a name that turns its direction',
    'person',
    'mutation { updateProfile(input: { name: "\u202eadmin" }) { email } }',
    () => ({}),
    'BAD_INPUT',
  ],
  [
    'half a character',
    'person',
    publish,
    async () => ({ input: { ...text, centre: await centreSlug(), title: 'abc\ud800' } }),
    'BAD_INPUT',
  ],
  ['an unknown city', 'person', publish, () => ({ input: { ...text, city: 'atlantis' } }), 'BAD_INPUT'],
  [
    'an event in the hour that spring leaves out',
    'person',
    publishEvent,
    async () => ({
      input: { ...text, centre: await centreSlug(), startsAt: '2027-03-28T03:30', endsAt: '2027-03-28T05:00' },
    }),
    'BAD_INPUT',
  ],
  [
    'a reply to what does not exist',
    'person',
    reply,
    () => ({ input: { postId: ids.nobody, body: 'Hm', idempotencyKey: 'k' } }),
    'NOT_FOUND',
  ],
  [
    "an edit of another's post",
    'stranger',
    edit,
    () => ({ input: { postId: ids.post, version: 1, title: 'Mine now' } }),
    'FORBIDDEN',
  ],
  [
    'a member who acts for a centre that is not theirs',
    'person',
    actFor,
    () => ({ centreId: ids.centre }),
    'FORBIDDEN',
  ],
];

describe('what cannot be used', () => {
  test.each(cases)('%s is refused in words, and nothing is written', async (_name, who, document, variables, code) => {
    const before = await rows();
    for (const locale of ['lt', 'en'] as const) {
      const answer = await world.ask(who && ids[who], document, { ...(await variables()) }, { locale });
      expect(answer.code).toBe(code);
      const [error] = answer.errors ?? [];
      expect(error?.message.length).toBeGreaterThan(10);
      expect(error?.extensions).not.toHaveProperty('stacktrace');
    }
    expect(await rows()).toEqual(before);
  });

  test('a refusal reads differently in each language', async () => {
    const [lt, en] = await Promise.all(
      (['lt', 'en'] as const).map((locale) => world.ask(null, '{ centre(slug: "castle") { id } }', {}, { locale })),
    );
    expect(lt?.errors?.[0]?.message).toBe('Čia nieko nėra arba jums to matyti negalima.');
    expect(en?.errors?.[0]?.message).toBe('There is nothing here, or you may not see it.');
  });

  test('a fault of ours leaks nothing but a reference', async () => {
    const context = await world.contextFor(null);
    const broken = { ...context, em: undefined as unknown as typeof context.em };
    const { errors } = await world.askIn(broken, '{ cities { id } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(errors?.[0]?.message).toContain(String(errors?.[0]?.extensions?.reference));
    expect(JSON.stringify(errors)).not.toMatch(/undefined|getKysely|TypeError/);
  });
});

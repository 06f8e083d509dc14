import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Membership } from '../../people/memberships/membership.entity.ts';

let world: World;
let live: LiveWorld;
let author: string;
let member: string;
let stranger: string;
let centreId: string;
let centre: string;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  centreId = await makeCentre(world);
  centre = (await world.em().findOneOrFail(Centre, centreId)).slug;
  [author, member, stranger] = [await makePerson(world), await makePerson(world), await makePerson(world)];
  for (const personId of [author, member]) await makeMembership(world, { personId, centreId });
});
afterEach(() => live.stop());

interface Update {
  postChanges: {
    __typename: string;
    cursor?: string;
    kind?: string;
    post?: { id: string; title: string; body: string; author: { person: { id: string } | null } };
    reply?: { body: string } | null;
    message?: string;
  };
}
const changes = `subscription ($filter: PostFilter, $postId: ID, $after: Cursor) {
  postChanges(filter: $filter, postId: $postId, after: $after) {
    __typename
    ... on PostChange { cursor kind post { id title body author { person { id } } } reply { body } }
    ... on ReplayGap { cursor }
    ... on AccessRevoked { message }
  }
}`;

async function publish(given: { title?: string; audience?: string; by?: string } = {}): Promise<string> {
  const input = {
    title: given.title ?? 'Ar kas turi medžio likučių?',
    body: 'Ieškome **ąžuolo**.',
    language: 'lt',
    audience: given.audience ?? 'PUBLIC',
    centre,
    idempotencyKey: newId(),
  };
  const document = 'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }';
  const { data, errors } = await world.ask<{ publishDiscussion: { id: string } }>(given.by ?? author, document, {
    input,
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.publishDiscussion.id;
}
const reply = (by: string, postId: string, body: string) =>
  world.ask(by, 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }', {
    input: { postId, body, idempotencyKey: newId() },
  });
const withdraw = (postId: string) =>
  world.ask(author, 'mutation ($input: WithdrawPostInput!) { withdrawPost(input: $input) { id } }', {
    input: { postId, version: 1 },
  });
const told = ({ data, errors }: { data?: Update | null | undefined; errors?: unknown }) => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data.postChanges;
};
const follow = (personId: string | null, variables: Record<string, unknown> = {}) =>
  live.follow<Update>(personId, changes, variables);
const titles = async (stream: Awaited<ReturnType<typeof follow>>, count: number) =>
  (await take(stream, count)).map((answer) => told(answer).post?.title);

describe('whoever follows posts', () => {
  test('is told of new posts, replies and changes with what there is to read', async () => {
    const stream = await follow(null);
    const postId = await publish();
    await reply(member, postId, 'Turime, užsukite.');
    const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }';
    await world.ask(author, edit, { input: { postId, title: 'Ieškome medžio', version: 1 } });
    const [published, replied, edited] = (await take(stream, 3)).map(told);
    expect(published).toMatchObject({ kind: 'PUBLISHED', post: { id: postId, author: { person: { id: author } } } });
    expect(replied).toMatchObject({ kind: 'REPLIED', post: { id: postId }, reply: { body: 'Turime, užsukite.' } });
    expect(edited).toMatchObject({ kind: 'EDITED', post: { id: postId, title: 'Ieškome medžio' }, reply: null });
  });

  test('resumes after the last one seen', async () => {
    const stream = await follow(null);
    await publish({ title: 'Pirmas' });
    const [first] = (await take(stream, 1)).map(told);
    await stream.return();
    for (const title of ['Antras', 'Trečias', 'Ketvirtas']) await publish({ title });
    const resumed = await follow(null, { after: first?.cursor });
    await publish({ title: 'Penktas' });
    expect(await titles(resumed, 4)).toEqual(['Antras', 'Trečias', 'Ketvirtas', 'Penktas']);
  });

  test('hears nothing of posts for others', async () => {
    const streams = [await follow(null), await follow(stranger), await follow(member)];
    await publish({ title: 'Nariams', audience: 'MEMBERS' });
    await publish({ title: 'Tinklui', audience: 'NETWORK' });
    await publish({ title: 'Visiems' });
    expect(await titles(streams[0] as never, 1)).toEqual(['Visiems']);
    expect(await titles(streams[1] as never, 1)).toEqual(['Visiems']);
    expect(await titles(streams[2] as never, 3)).toEqual(['Nariams', 'Tinklui', 'Visiems']);
  });

  test('hears no more of a centre once the membership has ended, also in what is replayed', async () => {
    const stream = await follow(member);
    await publish({ title: 'Nariams', audience: 'MEMBERS' });
    const [seen] = (await take(stream, 1)).map(told);
    await world.em().nativeDelete(Membership, { person: member });
    await publish({ title: 'Likusiems nariams', audience: 'MEMBERS' });
    await publish({ title: 'Visiems' });
    expect(await titles(stream, 1)).toEqual(['Visiems']);
    expect(await titles(await follow(member, { after: seen?.cursor }), 1)).toEqual(['Visiems']);
  });

  test('with a filter is told of what meets it', async () => {
    const stream = await follow(member, { filter: { text: 'lazeris', centre, kinds: ['DISCUSSION'] } });
    const none = await follow(member, { filter: { kinds: ['OFFER'] } });
    await publish({ title: 'Kur rasti siūlų?' });
    const postId = await publish({ title: 'Laisvas lazeris' });
    await reply(member, postId, 'Ačiū!');
    expect((await take(stream, 2)).map(told)).toMatchObject([
      { kind: 'PUBLISHED', post: { id: postId } },
      { kind: 'REPLIED', post: { id: postId } },
    ]);
    await none.return();
    expect(await take(none, 1)).toEqual([]);
  });

  test('hears nothing of a post that was withdrawn before it was seen, but that it was withdrawn', async () => {
    const cursor = (await world.ask<{ liveCursor: string }>(null, '{ liveCursor }')).data?.liveCursor;
    await withdraw(await publish());
    expect((await take(await follow(null, { after: cursor }), 1)).map(told)).toMatchObject([{ kind: 'WITHDRAWN' }]);
  });

  test('is told that a post was withdrawn, but no longer its words', async () => {
    const [everyone, own] = [await follow(null), await follow(author)];
    const postId = await publish();
    for (const stream of [everyone, own]) await take(stream, 1);
    await withdraw(postId);
    expect((await take(everyone, 1)).map(told)).toMatchObject([
      { kind: 'WITHDRAWN', post: { id: postId, title: '', body: '', author: { person: null } } },
    ]);
    expect((await take(own, 1)).map(told)).toMatchObject([
      { kind: 'WITHDRAWN', post: { id: postId, body: expect.stringContaining('ąžuolo') } },
    ]);
  });
});

describe('whoever follows one post', () => {
  test('is told of it alone', async () => {
    const [postId, other] = [await publish(), await publish()];
    const stream = await follow(null, { postId });
    await reply(member, other, 'Ne čia');
    await reply(member, postId, 'Čia');
    expect((await take(stream, 1)).map(told)).toMatchObject([{ post: { id: postId }, reply: { body: 'Čia' } }]);
  });

  test('loses it with the membership it was written for, and the stream ends', async () => {
    const postId = await publish({ audience: 'MEMBERS' });
    const stream = await follow(member, { postId });
    await world.em().nativeDelete(Membership, { person: member });
    await reply(author, postId, 'Tik nariams');
    expect((await take(stream, 2)).map(told)).toEqual([
      { __typename: 'AccessRevoked', message: 'You may no longer follow this.' },
    ]);
  });

  test.each([
    ['that does not exist', () => newId()],
    ['with an id that is none', () => 'x\0'],
    ['for members of a centre they do not belong to', () => publish({ audience: 'MEMBERS' })],
  ])('is refused one %s', async (_name, postId) => {
    const [answer] = await take(await follow(stranger, { postId: await postId() }), 1);
    expect(answer?.code).toBe('NOT_FOUND');
  });
});

test('a filter or cursor that cannot be used is refused at once', async () => {
  const [filtered] = await take(await follow(null, { filter: { city: 'a\0' } }), 1);
  expect(filtered?.code).toBe('BAD_INPUT');
  const [mine] = await take(await follow(null, { filter: { mine: true } }), 1);
  expect(mine?.code).toBe('SIGN_IN_REQUIRED');
});

test('a subscription over HTTP is refused with a sentence', async () => {
  const { errors, code } = await world.ask(null, 'subscription { postChanges { __typename } }');
  expect(code).toBe('BAD_INPUT');
  expect(errors?.[0]?.message).toBe('Live updates come over a WebSocket only.');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makePost, makeReply } from '../../../../test/factories/collaboration.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Reply } from '../posts/post.entity.ts';

let world: World;
let author: string;
let ruta: string;
let centre: string;
let post: string;
let forMembers: string;
let withdrawn: string;
beforeAll(async () => {
  world = await embeddedWorld();
  [author, ruta] = [await makePerson(world), await makePerson(world, { name: 'Rūta' })];
  centre = await makeCentre(world, { slug: 'kopa' });
  await makeMembership(world, { personId: author, centreId: centre, role: 'staff' });
  post = await makePost(world, { author, centre });
  forMembers = await makePost(world, { author, centre, audience: 'members' });
  withdrawn = await makePost(world, { author, centre, state: 'withdrawn' });
});
afterAll(() => world.close());

const reply = (personId: string | null, change = {}, options = {}) =>
  world.ask<{ reply: Record<string, unknown> }>(
    personId,
    `mutation ($input: ReplyInput!) { reply(input: $input) {
      id body bodyHtml createdAt post { id replyCount }
      author { person { name } actingFor { ... on Centre { slug } } }
    } }`,
    { input: { postId: post, body: ' Mes turime, <b>ateikite</b>. ', idempotencyKey: newId(), ...change } },
    options,
  );
const countReplies = () => world.em().count(Reply);

describe('a reply', () => {
  test('stands under its post and is heard of', async () => {
    const { data, errors } = await reply(ruta);
    expect(errors).toBeUndefined();
    expect(data?.reply).toMatchObject({
      body: 'Mes turime, <b>ateikite</b>.',
      bodyHtml: '<p>Mes turime, &lt;b&gt;ateikite&lt;/b&gt;.</p>',
      createdAt: '2026-11-25T08:00:00.000Z',
      post: { id: post, replyCount: 1 },
      author: { person: { name: 'Rūta' }, actingFor: null },
    });
    const [event] = await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 1 });
    expect(event).toMatchObject({
      type: 'reply.added',
      topics: ['posts', `post:${post}`, 'activity', `centre:${centre}`],
      subject: { post, reply: data?.reply.id, centre },
      audiences: ['public'],
      actorId: ruta,
    });
  });

  test('comes from the centre for which its author acts', async () => {
    const { data } = await reply(author, { postId: forMembers }, { actingFor: { kind: 'centre', id: centre } });
    expect(data?.reply.author).toMatchObject({ actingFor: { slug: 'kopa' } });
    const [event] = await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 1 });
    expect(event?.audiences).toEqual([`centre:${centre}`]);
  });

  test('sent twice is there once', async () => {
    const once = { idempotencyKey: 'vienas' };
    const first = await reply(ruta, once);
    const before = await countReplies();
    expect((await reply(ruta, once)).data?.reply.id).toBe(first.data?.reply.id);
    expect(await countReplies()).toBe(before);
    expect((await reply(ruta, { ...once, body: 'Kitas' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('is refused where it cannot be written', async () => {
    const before = await countReplies();
    const unconfirmed = await makePerson(world, { verified: false });
    expect((await reply(null)).code).toBe('SIGN_IN_REQUIRED');
    expect((await reply(unconfirmed)).code).toBe('EMAIL_NOT_VERIFIED');
    expect((await reply(ruta, { postId: forMembers })).code).toBe('NOT_FOUND');
    expect((await reply(ruta, { postId: withdrawn })).code).toBe('NOT_FOUND');
    expect((await reply(author, { postId: withdrawn })).code).toBe('FORBIDDEN');
    expect((await reply(ruta, { postId: 'x\0' })).code).toBe('NOT_FOUND');
    for (const body of ['', ' \n ', 'a\0', '\ud800', 'a'.repeat(20_001), 'a'.repeat(1e6), '- a\n'.repeat(4000)]) {
      const { code, errors } = await reply(ruta, { body });
      expect(code).toBe('BAD_INPUT');
      expect(errors?.[0]?.extensions?.problems).toMatchObject([{ field: 'body' }]);
    }
    expect(await countReplies()).toBe(before);
  });

  test('stands in the order of writing, page by page', async () => {
    const long = await makePost(world);
    const written: string[] = [];
    // Two at a time in the same moment: the id tells them apart.
    for (let index = 0; index < 8; index += 1) {
      const createdAt = new Date(world.now.getTime() + Math.floor(index / 2));
      written.push(await makeReply(world, { post: long, createdAt }));
    }
    const page = `query ($id: ID!, $after: String) { post(id: $id) { replies(first: 3, after: $after) {
      totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }
    } } }`;
    interface Page {
      post: {
        replies: {
          totalCount: number;
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
        };
      };
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 1; ; pages += 1) {
      const replies: Page['post']['replies'] | undefined = (await world.ask<Page>(null, page, { id: long, after })).data
        ?.post.replies;
      expect(replies?.totalCount).toBe(8);
      expect(replies?.pageInfo.hasPreviousPage).toBe(pages > 1);
      seen.push(...(replies?.nodes ?? []).map(({ id }) => id));
      after = replies?.pageInfo.endCursor ?? null;
      if (!replies?.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(written);
    expect((await world.ask(null, page, { id: long, after: 'x' })).code).toBe('CURSOR_INVALID');
  });

  test('gives its author a face in lists, once however often they wrote', async () => {
    const asked = await makePost(world, { author });
    const names = ['Jonas', 'Birutė', 'Kęstas', 'Ona', 'Petras'];
    const people = await Promise.all(names.map((name) => makePerson(world, { name })));
    const later = (index: number) => new Date(world.now.getTime() + index);
    const write = (person: string | null | undefined, index: number, actingCentre?: string) =>
      makeReply(world, {
        post: asked,
        author: person ?? null,
        createdAt: later(index),
        actingCentre: actingCentre ?? null,
      });
    for (const [index, person] of people.entries()) await write(person, index);
    await write(people[1], 10);
    await write(people[1], 11, centre);
    await write(author, 12);
    await write(null, 13);
    const document = `query ($id: ID!) { post(id: $id) {
      repliers { person { name } actingFor { ... on Centre { slug } } } replyCount } }`;
    const { data } = await world.ask<{ post: { repliers: object[]; replyCount: number } }>(null, document, {
      id: asked,
    });
    expect(data?.post).toEqual({
      repliers: [
        { person: { name: 'Birutė' }, actingFor: { slug: 'kopa' } },
        { person: { name: 'Birutė' }, actingFor: null },
        { person: { name: 'Petras' }, actingFor: null },
        { person: { name: 'Ona' }, actingFor: null },
      ],
      replyCount: 9,
    });
  });
});

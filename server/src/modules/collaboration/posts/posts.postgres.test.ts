import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost } from '../../../../test/factories/collaboration.ts';
import { makeCity } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Post, PostRevision, Reply } from './post.entity.ts';

describe.runIf(await hasPostgres())('posts at the same moment', () => {
  let world: World;
  let author: string;
  beforeAll(async () => {
    world = await postgresWorld();
    await makeCity(world);
    author = await makePerson(world);
  });
  afterAll(() => world.close());

  const edit = (postId: string, title: string) =>
    world.ask(author, 'mutation ($input: EditPostInput!) { editPost(input: $input) { version } }', {
      input: { postId, title, version: 1 },
    });
  const withdraw = (postId: string) =>
    world.ask(author, 'mutation ($input: WithdrawPostInput!) { withdrawPost(input: $input) { version } }', {
      input: { postId, version: 1 },
    });
  const reply = (postId: string) =>
    world.ask(author, 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }', {
      input: { postId, body: 'Aš!', idempotencyKey: newId() },
    });
  const publish = (idempotencyKey: string) => {
    const draft = { title: 'Kas turi lazerį?', body: 'Ieškome.', language: 'lt', audience: 'PUBLIC', city: 'vilnius' };
    return world.ask<{ publishDiscussion: { id: string } }>(
      author,
      'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }',
      { input: { ...draft, idempotencyKey } },
    );
  };

  test('of ten changes to one version one wins, and the others learn that it changed', async () => {
    const post = await makePost(world, { author });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => edit(post, `Pavadinimas ${index}`)));
    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(9);
    expect(await world.em().count(PostRevision, { post })).toBe(1);
    expect((await world.em().findOneOrFail(Post, post)).version).toBe(2);
  });

  test('the same request sent ten times at once publishes one post', async () => {
    const before = await world.em().count(Post);
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish('tas pats')));
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
    expect(new Set(answers.map(({ data }) => data?.publishDiscussion.id)).size).toBe(1);
    expect(await world.em().count(Post)).toBe(before + 1);
  });

  test('nobody replies to a post that was withdrawn before', async () => {
    for (let round = 0; round < 10; round += 1) {
      const post = await makePost(world, { author });
      const [taken, answer] = await Promise.all([withdraw(post), reply(post)]);
      expect(taken.errors).toBeUndefined();
      // Written before the withdrawal, or refused after it.
      expect(await world.em().count(Reply, { post })).toBe(answer.code === undefined ? 1 : 0);
      expect([undefined, 'FORBIDDEN']).toContain(answer.code);
      const events = await world.em().find(
        LoggedEvent,
        { topics: { $contains: [`post:${post}`] } },
        {
          orderBy: { id: 'asc' },
        },
      );
      expect(events.at(-1)?.type).toBe('post.withdrawn');
    }
  });
});

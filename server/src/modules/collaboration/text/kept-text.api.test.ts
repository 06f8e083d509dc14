import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost, makeReply } from '../../../../test/factories/collaboration.ts';
import { makeCity } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Post, Reply } from '../posts/post.entity.ts';
import { renderTexts } from './unrendered-texts.job.ts';

let world: World;
let ruta: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
  await makeCity(world, { slug: 'kretinga' });
});
afterAll(() => world.close());

const Read = `query ($id: ID!) {
  post(id: $id) { body bodyHtml excerpt replies { nodes { body bodyHtml } } }
}`;
interface Read {
  post: { body: string; bodyHtml: string; excerpt: string; replies: { nodes: { body: string; bodyHtml: string }[] } };
}
const read = async (id: string) => (await world.ask<Read>(null, Read, { id })).data?.post;

const publish = (body: string, locale: 'lt' | 'en' = 'lt') =>
  world.ask<{ publishDiscussion: { id: string } }>(
    ruta,
    'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }',
    {
      input: {
        ...{ title: 'Krosnis', body, language: 'lt', audience: 'PUBLIC', city: 'kretinga' },
        idempotencyKey: newId(),
      },
    },
    { locale },
  );

describe('a text', () => {
  test('is rendered when it is written, and when it is edited', async () => {
    const id = (await publish('Ieškome **krosnies**.\n\nArba žiedimo rato.')).data?.publishDiscussion.id ?? '';
    const first = await world.em().findOneOrFail(Post, id);
    expect(first.bodyHtml).toBe('<p>Ieškome <strong>krosnies</strong>.</p>\n<p>Arba žiedimo rato.</p>');
    expect(first.excerpt).toBe('Ieškome krosnies. Arba žiedimo rato.');
    await world.ask(
      ruta,
      'mutation ($id: ID!) { editPost(input: { postId: $id, version: 1, body: "*Radome.*" }) { id } }',
      {
        id,
      },
    );
    expect(await read(id)).toMatchObject({ bodyHtml: '<p><em>Radome.</em></p>', excerpt: 'Radome.' });
  });

  test('is not rendered when it is read: a page shows what was kept', async () => {
    const city = await makeCity(world, { slug: 'palanga' });
    const post = await makePost(world, { city, body: '**vienas**' });
    const reply = await makeReply(world, { post, body: '**du**' });
    await world.em().nativeUpdate(Post, post, { bodyHtml: '<p>kept</p>', excerpt: 'kept' });
    await world.em().nativeUpdate(Reply, reply, { bodyHtml: '<p>kept too</p>' });
    const { data } = await world.ask(
      null,
      '{ posts(filter: { city: "palanga" }) { nodes { excerpt bodyHtml replies { nodes { bodyHtml } } } } }',
    );
    expect(data).toEqual({
      posts: {
        nodes: [{ excerpt: 'kept', bodyHtml: '<p>kept</p>', replies: { nodes: [{ bodyHtml: '<p>kept too</p>' }] } }],
      },
    });
  });

  test.each([
    ['lt', 'formatavimo'],
    ['en', 'formatting'],
  ] as const)('that makes more than a page can show is refused in words (%s)', async (locale, word) => {
    const { code, errors } = await publish('- a\n'.repeat(4000), locale);
    expect(code).toBe('BAD_INPUT');
    expect(errors?.[0]?.extensions?.problems).toEqual([{ field: 'body', message: expect.stringContaining(word) }]);
  });

  test('with too many cells is told how many there may be', async () => {
    const { errors } = await publish(`${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(600)}`, 'en');
    expect(JSON.stringify(errors)).toContain('at most 1,500 cells');
  });
});

describe('a text of an earlier release', () => {
  const tooRich = '- a\n'.repeat(4000).trim();

  test('reads the same before and after it is rendered in the background', async () => {
    const posts = [];
    for (const body of ['**Lazeris** laisvas', tooRich]) {
      const post = await makePost(world, { body, rendered: false });
      await makeReply(world, { post, body, rendered: false });
      posts.push(post);
    }
    const before = await Promise.all(posts.map(read));
    expect(before[0]).toMatchObject({
      bodyHtml: '<p><strong>Lazeris</strong> laisvas</p>',
      excerpt: '**Lazeris** laisvas',
    });
    expect(before[1]?.bodyHtml).toMatch(/^<p>- a<br \/>\n- a/);

    await renderTexts(rowsOf(world.em()), new AbortController().signal);
    for (const entity of [Post, Reply])
      expect(await world.em().count<Post | Reply>(entity, { bodyHtml: null })).toBe(0);
    const after = await Promise.all(posts.map(read));
    expect(after[0]).toEqual({ ...before[0], excerpt: 'Lazeris laisvas' });
    expect(after[1]).toEqual({ ...before[1], excerpt: expect.stringMatching(/^- a - a .*…$/) });
  });

  test('waits for the next run where the process stops', async () => {
    const post = await makePost(world, { rendered: false });
    await renderTexts(rowsOf(world.em()), AbortSignal.abort());
    expect(await world.em().findOneOrFail(Post, post)).toMatchObject({ bodyHtml: null });
  });
});

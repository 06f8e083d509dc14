import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makePost } from '../../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { Post, PostRevision } from '../posts/post.entity.ts';

let world: World;
let author: string;
let stranger: string;
let homeStaff: string;
let houseStaff: string;
let colleague: string;
let home: string;
let house: string;
let organisation: string;
let post: string;
beforeAll(async () => {
  world = await embeddedWorld();
  [author, stranger, colleague] = [await makePerson(world), await makePerson(world), await makePerson(world)];
  [homeStaff, houseStaff] = [await makePerson(world), await makePerson(world)];
  [home, house] = [await makeCentre(world), await makeCentre(world)];
  await makeMembership(world, { personId: homeStaff, centreId: home, role: 'staff' });
  await makeMembership(world, { personId: houseStaff, centreId: house, role: 'staff' });
  organisation = await makeOrganisation(world, { cityId: await makeCity(world) });
  await makeMandate(world, { personId: colleague, organisationId: organisation });
});
beforeEach(async () => {
  post = await makePost(world, { author, centre: home, title: 'Senas pavadinimas', body: 'Senas tekstas.' });
});
afterAll(() => world.close());

type Options = Parameters<World['ask']>[3];
interface Changed {
  result: { title: string; body: string; state: string; version: number; editedAt: string | null };
}
const edit = (personId: string | null, change: object, options?: Options) =>
  world.ask<Changed>(
    personId,
    'mutation ($input: EditPostInput!) { result: editPost(input: $input) { title body state version editedAt } }',
    { input: { postId: post, version: 1, ...change } },
    options,
  );
const withdraw = (personId: string | null, change: object = {}, options?: Options) =>
  world.ask<Changed>(
    personId,
    'mutation ($input: WithdrawPostInput!) { result: withdrawPost(input: $input) { title body state version editedAt } }',
    { input: { postId: post, version: 1, ...change } },
    options,
  );
const stored = () => world.em().findOneOrFail(Post, post);
const revisions = () => world.em().find(PostRevision, { post }, { orderBy: { id: 'asc' } });
const lastEvent = async () => (await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 1 }))[0];

describe('editing a post', () => {
  test('keeps every earlier text with who replaced it', async () => {
    const first = await edit(author, { title: ' Naujas\npavadinimas ' });
    expect(first.data?.result).toEqual({
      title: 'Naujas pavadinimas',
      body: 'Senas tekstas.',
      state: 'OPEN',
      version: 2,
      editedAt: '2026-11-25T08:00:00.000Z',
    });
    expect((await edit(author, { body: 'Naujas tekstas.', version: 2 })).data?.result.version).toBe(3);
    expect(await revisions()).toMatchObject([
      { title: 'Senas pavadinimas', body: 'Senas tekstas.', replacedAt: world.now, replacedBy: { id: author } },
      { title: 'Naujas pavadinimas', body: 'Senas tekstas.', replacedBy: { id: author } },
    ]);
    expect(await lastEvent()).toMatchObject({
      type: 'post.edited',
      topics: ['posts', `post:${post}`, 'activity', `centre:${home}`],
      audiences: ['public'],
      actorId: author,
    });
  });

  test('from an old version is refused and changes nothing', async () => {
    await edit(author, { title: 'Pirmas' });
    expect((await edit(author, { title: 'Antras' })).code).toBe('STALE_VERSION');
    expect((await stored()).title).toBe('Pirmas');
    expect(await revisions()).toHaveLength(1);
  });

  test('without a change writes nothing', async () => {
    const { data } = await edit(author, { title: 'Senas pavadinimas', body: ' Senas tekstas. ' });
    expect(data?.result).toMatchObject({ version: 1, editedAt: null });
    expect(await revisions()).toEqual([]);
  });

  test.each([
    [{}, ['title']],
    [{ title: null, body: null }, ['title']],
    [{ title: 'ab', body: '' }, ['title', 'body']],
    [{ title: 'abc\0', body: '\ud800' }, ['title', 'body']],
    [{ body: 'a'.repeat(1e6) }, ['body']],
    [{ body: '- a\n'.repeat(4000) }, ['body']],
  ])('with a mistake is refused', async (change, fields) => {
    const { code, errors } = await edit(author, change);
    expect(code).toBe('BAD_INPUT');
    const problems = errors?.[0]?.extensions?.problems as { field: string }[];
    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect((await stored()).version).toBe(1);
  });

  test('belongs to its author and those for whom they acted', async () => {
    const acting = { actingFor: { kind: 'organisation', id: organisation } } as const;
    expect((await edit(null, { title: 'Mano' })).code).toBe('SIGN_IN_REQUIRED');
    expect((await edit(stranger, { title: 'Mano' })).code).toBe('FORBIDDEN');
    expect((await edit(homeStaff, { title: 'Mano' })).code).toBe('FORBIDDEN');
    expect((await edit(colleague, { title: 'Mano' }, acting)).code).toBe('FORBIDDEN');

    post = await makePost(world, { author, centre: home, actingCentre: house });
    expect((await edit(homeStaff, { title: 'Mano' })).code).toBe('FORBIDDEN');
    expect((await edit(houseStaff, { title: 'Namų' })).data?.result.title).toBe('Namų');

    post = await makePost(world, { author, centre: home, organisation });
    expect((await edit(colleague, { title: 'Mano' })).code).toBe('FORBIDDEN');
    expect((await edit(colleague, { title: 'Įmonės' }, acting)).data?.result.title).toBe('Įmonės');
    expect((await revisions())[0]?.replacedBy?.id).toBe(colleague);
  });

  test('needs a post that one may read, and a confirmed address', async () => {
    post = await makePost(world, { author, centre: home, audience: 'members' });
    expect((await edit(stranger, { title: 'Mano' })).code).toBe('NOT_FOUND');
    expect((await edit(stranger, { title: 'Mano', postId: 'x' })).code).toBe('NOT_FOUND');
    const unconfirmed = await makePerson(world, { verified: false });
    post = await makePost(world, { author: unconfirmed });
    expect((await edit(unconfirmed, { title: 'Mano' })).code).toBe('EMAIL_NOT_VERIFIED');
  });
});

describe('withdrawing a post', () => {
  test('takes it out of lists; its author and the staff of its home centre still read it', async () => {
    expect((await withdraw(author)).data?.result).toMatchObject({ state: 'WITHDRAWN', version: 2 });
    expect(await lastEvent()).toMatchObject({ type: 'post.withdrawn', subject: { post, centre: home } });
    expect((await stored()).withdrawnAt).toEqual(world.now);
    const one = 'query ($id: ID!) { post(id: $id) { state } }';
    expect((await world.ask(homeStaff, one, { id: post })).data).toEqual({ post: { state: 'WITHDRAWN' } });
    expect((await world.ask(stranger, one, { id: post })).code).toBe('NOT_FOUND');
    const mine = await world.ask(author, '{ posts(filter: { mine: true }, first: 100) { nodes { id } } }');
    expect(JSON.stringify(mine.data)).not.toContain(post);
  });

  test('is for its author and the staff of its home centre', async () => {
    expect((await withdraw(null)).code).toBe('SIGN_IN_REQUIRED');
    expect((await withdraw(stranger)).code).toBe('FORBIDDEN');
    expect((await withdraw(houseStaff)).code).toBe('FORBIDDEN');
    expect((await withdraw(homeStaff)).data?.result.state).toBe('WITHDRAWN');
    expect((await lastEvent())?.actorId).toBe(homeStaff);
  });

  test('from an old version, or twice, is refused', async () => {
    await edit(author, { title: 'Naujas' });
    expect((await withdraw(author)).code).toBe('STALE_VERSION');
    expect((await withdraw(author, { version: 2 })).errors).toBeUndefined();
    expect((await withdraw(author, { version: 2 })).code).toBe('STALE_VERSION');
    expect((await withdraw(author, { version: 3 })).code).toBe('FORBIDDEN');
    expect((await edit(author, { title: 'Vėl', version: 3 })).code).toBe('FORBIDDEN');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makePost, makeReply } from '../../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let centre: string;
/** People by what they are to the post. */
const people: Record<string, string | null> = { visitor: null };
/** A post of each audience and state. */
const posts: Record<string, string> = {};
let reply: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { slug: 'menu-spaustuve' });
  const elsewhere = await makeCentre(world);
  const organisation = await makeOrganisation(world, { cityId: await makeCity(world) });
  const join = async (centreId: string, role: 'member' | 'staff' | 'manager', ended = false) => {
    const personId = await makePerson(world);
    await makeMembership(world, { personId, centreId, role, ...(ended && { validUntil: world.now }) });
    return personId;
  };
  people.author = await makePerson(world);
  people.stranger = await makePerson(world);
  people.mandated = await makePerson(world);
  await makeMandate(world, { personId: people.mandated, organisationId: organisation });
  people.neighbour = await join(elsewhere, 'manager');
  people.member = await join(centre, 'member');
  people.former = await join(centre, 'staff', true);
  people.staff = await join(centre, 'staff');
  people.manager = await join(centre, 'manager');
  people.operator = await makePerson(world, { operator: true });
  for (const audience of ['public', 'network', 'members'] as const) {
    posts[audience] = await makePost(world, { audience, centre, author: people.author });
  }
  posts.withdrawn = await makePost(world, { state: 'withdrawn', centre, author: people.author });
  reply = await makeReply(world, { post: posts.members ?? '', author: people.member });
});
afterAll(() => world.close());

const network = ['mandated', 'neighbour', 'member', 'staff', 'manager', 'author'];
const readers: Record<string, string[]> = {
  public: ['visitor', 'stranger', 'former', 'operator', ...network],
  network,
  members: ['member', 'staff', 'manager', 'author'],
  withdrawn: ['staff', 'manager', 'author'],
};
const everybody = ['visitor', 'stranger', 'former', 'operator', ...network];
const table = Object.keys(readers).flatMap((post) =>
  everybody.map((who) => [post, who, readers[post]?.includes(who) ?? false] as const),
);

const everything = `query ($id: ID!) {
  post(id: $id) { id replyCount replies { totalCount nodes { id } } viewerCan { edit withdraw reply } }
}`;
const lists = `{
  posts(filter: { centre: "menu-spaustuve" }) { totalCount nodes { id } }
  centre(slug: "menu-spaustuve") { posts { totalCount nodes { id } } }
}`;
interface Page {
  totalCount: number;
  nodes: { id: string }[];
}
interface One {
  post: { replyCount: number; replies: Page; viewerCan: Record<string, boolean> } | null;
}

describe('who reads a post', () => {
  test.each(table)('%s post, %s: %s', async (name, who, may) => {
    const id = posts[name];
    const one = await world.ask<One>(people[who] ?? null, everything, { id });
    expect(one.code).toBe(may ? undefined : 'NOT_FOUND');
    const { data } = await world.ask<{ posts: Page; centre: { posts: Page } }>(people[who] ?? null, lists);
    const listed = may && name !== 'withdrawn';
    for (const page of [data?.posts, data?.centre.posts]) {
      expect(page?.nodes.some((node) => node.id === id)).toBe(listed);
      expect(page?.totalCount).toBe(page?.nodes.length);
    }
  });

  test('replies are read by those who read the post', async () => {
    const { data } = await world.ask<One>(people.member ?? '', everything, { id: posts.members });
    expect(data?.post).toMatchObject({ replyCount: 1, replies: { totalCount: 1, nodes: [{ id: reply }] } });
  });

  test.each(['', 'x', '\0', '00000000-0000-7000-8000-000000000000'])('nobody finds %j', async (id) => {
    expect((await world.ask(people.manager ?? '', everything, { id })).code).toBe('NOT_FOUND');
  });
});

describe('what somebody may do with a public post', () => {
  test.each([
    ['visitor', { edit: false, withdraw: false, reply: false }],
    ['stranger', { edit: false, withdraw: false, reply: true }],
    ['member', { edit: false, withdraw: false, reply: true }],
    ['staff', { edit: false, withdraw: true, reply: true }],
    ['author', { edit: true, withdraw: true, reply: true }],
    ['operator', { edit: false, withdraw: false, reply: true }],
  ])('%s', async (who, can) => {
    const { data } = await world.ask<One>(people[who] ?? null, everything, { id: posts.public });
    expect(data?.post?.viewerCan).toEqual(can);
  });

  test('nobody answers or changes one that was withdrawn', async () => {
    for (const who of ['author', 'staff']) {
      const { data } = await world.ask<One>(people[who] ?? null, everything, { id: posts.withdrawn });
      expect(data?.post?.viewerCan).toEqual({ edit: false, withdraw: false, reply: false });
    }
  });
});

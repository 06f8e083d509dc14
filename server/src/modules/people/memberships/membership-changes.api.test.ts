import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let live: LiveWorld;
let centreId: string;
let staff: string;
let personId: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centreId = await makeCentre(world, { name: 'Fabrikas', membershipAccess: 'on_request' });
  staff = await makePerson(world);
  await makeMembership(world, { personId: staff, centreId, role: 'staff' });
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  personId = await makePerson(world);
});
afterEach(() => live.stop());

interface Update {
  myMembershipChanges: {
    __typename: string;
    cursor: string;
    centre: { name: string; viewerMembership: object | null; viewerJoinRequest: { state: string } | null };
  };
}
const follow = (person: string | null, after: string | null = null) =>
  live.follow<Update>(
    person,
    `subscription ($after: Cursor) { myMembershipChanges(after: $after) { __typename
      ... on MembershipChange { cursor centre { name viewerMembership { role } viewerJoinRequest { state } } } } }`,
    { after },
  );

test('a person hears of her request and of its answer, as things stand then', async () => {
  await using changes = await follow(personId);
  const { answer } = await askToJoin(world, personId, { centreId });
  const [asked] = await take(changes, 1);
  expect(asked?.data?.myMembershipChanges.centre).toEqual({
    name: 'Fabrikas',
    viewerMembership: null,
    viewerJoinRequest: { state: 'SENT' },
  });
  const id = answer?.__typename === 'MembershipAsked' ? answer.joinRequest.id : '';
  await decideOn(world, staff, 'acceptJoinRequest', id);
  // The answer, and the membership that began with it.
  for (const { data } of await take(changes, 2)) {
    expect(data?.myMembershipChanges.centre).toMatchObject({
      viewerMembership: { role: 'MEMBER' },
      viewerJoinRequest: { state: 'ACCEPTED' },
    });
  }
});

test('who was away hears of what was missed, and nobody hears of others', async () => {
  const other = await makePerson(world);
  await using first = await follow(personId);
  await askToJoin(world, personId, { centreId });
  const [asked] = await take(first, 1);
  await using others = await follow(other);
  const joinRequestId = await makeJoinRequest(world, { personId: other, centreId });
  await decideOn(world, other, 'withdrawJoinRequest', joinRequestId);
  const request = await world.ask<{ me: { joinRequests: { nodes: { id: string }[] } } }>(
    personId,
    '{ me { joinRequests { nodes { id } } } }',
  );
  await decideOn(world, staff, 'declineJoinRequest', request.data?.me.joinRequests.nodes[0]?.id ?? '');
  await using missed = await follow(personId, asked?.data?.myMembershipChanges.cursor);
  const [declined] = await take(missed, 1);
  expect(declined?.data?.myMembershipChanges.centre.viewerJoinRequest).toEqual({ state: 'DECLINED' });
  const [withdrawn] = await take(others, 1);
  expect(withdrawn?.data?.myMembershipChanges.centre.viewerJoinRequest).toEqual({ state: 'WITHDRAWN' });
});

test('a visitor has no memberships to hear of', async () => {
  const [answer] = await take(await follow(null), 1);
  expect(answer?.code).toBe('SIGN_IN_REQUIRED');
});

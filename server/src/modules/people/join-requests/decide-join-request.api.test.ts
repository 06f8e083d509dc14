import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let centreId: string;
let jonas: string;
let asta: string;
let personId: string;
let id: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centreId = await makeCentre(world, { name: 'Fabrikas', membershipAccess: 'on_request' });
  jonas = await makePerson(world, { name: 'Jonas Petraitis' });
  asta = await makePerson(world, { name: 'Asta Balčiūnaitė' });
  for (const person of [jonas, asta]) await makeMembership(world, { personId: person, centreId, role: 'staff' });
});
afterAll(() => world.close());
beforeEach(async () => {
  personId = await makePerson(world, { name: 'Rūta' });
  id = await makeJoinRequest(world, { personId, centreId });
});

const memberships = () =>
  rowsOf(world.em()).selectFrom('membership').select('role').where('person_id', '=', personId).execute();

describe('a request', () => {
  test('is declined with a reason that the person reads', async () => {
    const { request } = await decideOn(world, jonas, 'declineJoinRequest', id, ' Pilna iki pavasario. ');
    expect(request).toMatchObject({
      state: 'DECLINED',
      reason: 'Pilna iki pavasario.',
      decidedBy: { name: 'Jonas Petraitis' },
    });
    expect(await memberships()).toEqual([]);
    const { data } = await world.ask(personId, '{ me { joinRequests { nodes { state reason } totalCount } } }');
    expect(data).toEqual({
      me: { joinRequests: { nodes: [{ state: 'DECLINED', reason: 'Pilna iki pavasario.' }], totalCount: 1 } },
    });
  });

  test.each(['', '  \n', 'x'.repeat(401), 'a\0'])('is not declined because of %j', async (reason) => {
    const { code, errors } = await decideOn(world, jonas, 'declineJoinRequest', id, reason);
    expect([code, errors?.[0]?.extensions?.problems]).toMatchObject(['BAD_INPUT', [{ field: 'reason' }]]);
  });

  test('is withdrawn by whoever made it, and may be made anew', async () => {
    expect((await decideOn(world, personId, 'withdrawJoinRequest', id)).request).toMatchObject({
      state: 'WITHDRAWN',
      decidedBy: null,
    });
    expect((await askToJoin(world, personId, { centreId })).answer?.__typename).toBe('MembershipAsked');
  });

  test('is decided once: a second answer is told of the first', async () => {
    await decideOn(world, jonas, 'declineJoinRequest', id);
    const late = await decideOn(world, asta, 'acceptJoinRequest', id);
    expect(late.errors?.[0]).toMatchObject({
      message: 'Jonas Petraitis declined this request on 25 November at 10:00.',
      extensions: {
        code: 'CONFLICT',
        state: 'DECLINED',
        decidedBy: 'Jonas Petraitis',
        decidedAt: world.now.toISOString(),
      },
    });
    expect(await memberships()).toEqual([]);
    expect((await decideOn(world, asta, 'declineJoinRequest', id)).code).toBe('CONFLICT');
    expect((await decideOn(world, personId, 'withdrawJoinRequest', id)).code).toBe('CONFLICT');
    const again = await decideOn(world, jonas, 'declineJoinRequest', id);
    expect(again.request).toMatchObject({ state: 'DECLINED' });
  });

  test('that was withdrawn is not accepted', async () => {
    await decideOn(world, personId, 'withdrawJoinRequest', id);
    const { errors } = await decideOn(world, jonas, 'acceptJoinRequest', id);
    expect(errors?.[0]).toMatchObject({
      message: 'This request was withdrawn on 25 November at 10:00.',
      extensions: { code: 'CONFLICT', state: 'WITHDRAWN' },
    });
    expect(await memberships()).toEqual([]);
  });

  test('of a member who was appointed meanwhile changes nothing of the role', async () => {
    await makeMembership(world, { personId, centreId, role: 'manager' });
    expect((await decideOn(world, jonas, 'acceptJoinRequest', id)).request).toMatchObject({ state: 'ACCEPTED' });
    expect(await memberships()).toEqual([{ role: 'manager' }]);
  });

  test('is not decided by whoever made it, even as staff, and not found by others or after an erasure', async () => {
    await makeMembership(world, { personId, centreId, role: 'manager' });
    expect((await decideOn(world, personId, 'acceptJoinRequest', id)).code).toBe('FORBIDDEN');
    const stranger = await makePerson(world);
    expect((await decideOn(world, stranger, 'acceptJoinRequest', id)).code).toBe('NOT_FOUND');
    expect((await decideOn(world, jonas, 'withdrawJoinRequest', id)).code).toBe('FORBIDDEN');
    await rowsOf(world.em()).deleteFrom('person').where('id', '=', personId).execute();
    expect((await decideOn(world, jonas, 'acceptJoinRequest', id)).code).toBe('NOT_FOUND');
    for (const nothing of [newId(), '', 'x']) {
      expect((await decideOn(world, jonas, 'acceptJoinRequest', nothing)).code).toBe('NOT_FOUND');
    }
  });
});

test('one’s own requests are listed newest first, page by page', async () => {
  const at = (minutes: number) => new Date(world.now.getTime() - minutes * 60_000);
  const ids: string[] = [];
  for (const minutes of [1, 2, 2]) {
    const request = { personId, centreId, state: 'withdrawn', createdAt: at(minutes) } as const;
    ids.push(await makeJoinRequest(world, request));
  }
  const page = async (after?: string) => {
    const { data } = await world.ask<{
      me: { joinRequests: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    }>(
      personId,
      `query ($after: String) { me { joinRequests(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    if (!data) throw new Error('no page');
    return data.me.joinRequests;
  };
  const first = await page();
  const second = await page(first.pageInfo.endCursor);
  const [newest, older, oldest] = [ids[0], ...ids.slice(1).sort().reverse()];
  expect([...first.nodes, ...second.nodes].map((node) => node.id)).toEqual([id, newest, older, oldest]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

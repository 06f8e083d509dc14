import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask as askToBook } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

interface Update {
  deskChanges: {
    __typename: string;
    booking?: { state: string; booker: { name: string } } | null;
    joinRequest?: { state: string; decidedBy: { name: string } | null } | null;
  };
}

let world: World;
let live: LiveWorld;
let staff: string;
let booker: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  const centre = await makeCentre(world);
  laser = await makeEquipment(world, { centre });
  staff = await makePerson(world);
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  booker = await makePerson(world, { name: 'Rūta' });
});
afterEach(() => live.stop());

const document = `subscription ($centreId: ID!, $after: Cursor) {
  deskChanges(centreId: $centreId, after: $after) {
    __typename ... on DeskChange { booking { state booker { name } } joinRequest { state decidedBy { name } } }
  }
}`;
const follow = (who: string | null, variables: Record<string, unknown> = {}) =>
  live.follow<Update>(who, document, { centreId: laser.centre, ...variables });
const book = (equipmentId = laser.id) =>
  askToBook(world, booker, { equipmentId, startsAt: '2026-11-26T09:00:00Z', endsAt: '2026-11-26T10:00:00Z' });
const made = {
  deskChanges: {
    __typename: 'DeskChange',
    booking: { state: 'CONFIRMED', booker: { name: 'Rūta' } },
    joinRequest: null,
  },
};

describe('whoever runs a desk', () => {
  test('is told of bookings at the centre, with who made them, and of those elsewhere never', async () => {
    const stream = await follow(staff);
    await book((await makeEquipment(world)).id);
    await book();
    expect((await take(stream, 1)).map(({ data }) => data)).toEqual([made]);
  });

  test('misses nothing between the page and the stream', async () => {
    const { slug } = await rowsOf(world.em())
      .selectFrom('centre')
      .select('slug')
      .where('id', '=', laser.centre)
      .executeTakeFirstOrThrow();
    const { data } = await world.ask<{ desk: { cursor: string } }>(
      staff,
      'query ($slug: String!) { desk(centreSlug: $slug) { cursor } }',
      { slug },
    );
    await book();
    expect((await take(await follow(staff, { after: data?.desk.cursor }), 1)).map((each) => each.data)).toEqual([made]);
  });

  test('is told of a request for membership when it comes, and by whom it was answered', async () => {
    const colleague = await makePerson(world, { name: 'Jonas' });
    await makeMembership(world, { personId: colleague, centreId: laser.centre, role: 'manager' });
    await rowsOf(world.em())
      .updateTable('centre')
      .set({ membership_access: 'on_request' })
      .where('id', '=', laser.centre)
      .execute();
    const stream = await follow(staff);
    const { answer } = await askToJoin(world, booker, { centreId: laser.centre });
    const joinRequest = answer?.__typename === 'MembershipAsked' ? answer.joinRequest : undefined;
    await decideOn(world, colleague, 'acceptJoinRequest', joinRequest?.id ?? '');
    const told = (await take(stream, 2)).map(({ data }) => data?.deskChanges.joinRequest);
    // Each time as it is now: who was slow to read may be told of the answer twice.
    expect(told.at(-1)).toEqual({ state: 'ACCEPTED', decidedBy: { name: 'Jonas' } });
    expect(told).toHaveLength(2);
  });

  test('hears nothing more once the role has ended, and is told so', async () => {
    const stream = await follow(staff);
    await rowsOf(world.em())
      .updateTable('membership')
      .set({ valid_until: world.now })
      .where('person_id', '=', staff)
      .execute();
    await book();
    expect((await take(stream, 1)).map(({ data }) => data?.deskChanges.__typename)).toEqual(['AccessRevoked']);
  });
});

describe('a role that is lost', () => {
  test('ends the stream at once, with nothing else happening', async () => {
    const manager = await makePerson(world);
    await makeMembership(world, { personId: manager, centreId: laser.centre, role: 'manager' });
    const colleague = await makePerson(world);
    const membershipId = await makeMembership(world, { personId: colleague, centreId: laser.centre, role: 'host' });
    const stream = await follow(colleague);
    await world.ask(manager, 'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { role } }', {
      input: { membershipId, role: 'MEMBER', from: 'HOST' },
    });
    expect((await take(stream, 1)).map(({ data }) => data?.deskChanges.__typename)).toEqual(['AccessRevoked']);
  });
});

describe('a desk is not followed by', () => {
  const at = async (role: 'member' | 'staff', centreId: string) => {
    const personId = await makePerson(world);
    await makeMembership(world, { personId, centreId, role });
    return personId;
  };
  test.each<[string, () => Promise<string | null>, string]>([
    ['a visitor', async () => null, 'SIGN_IN_REQUIRED'],
    ['a member', () => at('member', laser.centre), 'FORBIDDEN'],
    ['staff of another centre', async () => at('staff', await makeCentre(world)), 'FORBIDDEN'],
    ['the operator', () => makePerson(world, { operator: true }), 'FORBIDDEN'],
  ])('%s', async (_, who, code) => {
    const [answer] = await take(await follow(await who()), 1);
    expect(answer?.code).toBe(code);
  });

  test.each(['x\0', '00000000-0000-4000-8000-000000000000'])('anybody where %j is no centre', async (centreId) => {
    const [answer] = await take(await follow(staff, { centreId }), 1);
    expect(answer?.code).toBe('NOT_FOUND');
  });
});

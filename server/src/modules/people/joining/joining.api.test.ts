import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let fabrikas: string;
let staff: string;
beforeAll(async () => {
  world = await embeddedWorld();
  fabrikas = await makeCentre(world, { name: 'Fabrikas', membershipAccess: 'on_request' });
  staff = await makePerson(world, { name: 'Jonas Petraitis' });
  await makeMembership(world, { personId: staff, centreId: fabrikas, role: 'staff' });
});
afterAll(() => world.close());

const daysAgo = (days: number) => new Date(world.now.getTime() - days * 86_400_000);

async function standing(personId: string | null, id: string, locale: 'lt' | 'en' = 'en') {
  const { data, errors } = await world.ask<{ centre: Record<string, unknown> }>(
    personId,
    `query ($id: ID!) { centre(id: $id) {
      viewerMembership { role endReason } viewerEndedMembership { endReason validUntil }
      viewerJoinRequest { state reason wish { equipment { id } startsAt endsAt } viewerCan { decide withdraw } }
      viewerCan { join joinRefusal { obstacle message askAgainAt } }
    } }`,
    { id },
    { locale },
  );
  expect(errors).toBeUndefined();
  return data?.centre;
}

async function events(personId: string): Promise<string[]> {
  const told = await rowsOf(world.em())
    .selectFrom('logged_event')
    .select('type')
    .where(({ eb, val, fn }) => eb(val(`person:${personId}`), '=', fn<string>('any', ['topics'])))
    .orderBy('id')
    .execute();
  return told.map(({ type }) => type);
}

describe('a centre that takes members on request', () => {
  test('is asked, answers, and has a member', async () => {
    const personId = await makePerson(world);
    expect(await standing(personId, fabrikas)).toMatchObject({
      viewerMembership: null,
      viewerJoinRequest: null,
      viewerCan: { join: true, joinRefusal: null },
    });
    const { answer } = await askToJoin(world, personId, { centreId: fabrikas, message: '  Noriu pjauti.\n' });
    expect(answer).toMatchObject({
      repeated: false,
      joinRequest: { state: 'SENT', message: 'Noriu pjauti.', reason: null, decidedBy: null },
    });
    const id = answer?.__typename === 'MembershipAsked' ? answer.joinRequest.id : '';
    expect(await standing(personId, fabrikas)).toMatchObject({
      viewerJoinRequest: { state: 'SENT', viewerCan: { decide: false, withdraw: true } },
      viewerCan: { join: false, joinRefusal: { obstacle: 'ASKED' } },
    });
    const accepted = await decideOn(world, staff, 'acceptJoinRequest', id);
    expect(accepted.request).toMatchObject({ state: 'ACCEPTED', decidedBy: { name: 'Jonas Petraitis' } });
    expect(await standing(personId, fabrikas)).toMatchObject({
      viewerMembership: { role: 'MEMBER', endReason: null },
      viewerEndedMembership: null,
      viewerCan: { join: false, joinRefusal: { obstacle: 'MEMBER' } },
    });
    expect(await events(personId)).toEqual(['join_request.sent', 'join_request.accepted', 'membership.started']);
  });

  test('is told what the person would book', async () => {
    const personId = await makePerson(world);
    const { id: equipmentId } = await makeEquipment(world, { centre: fabrikas });
    const wish = { equipmentId, startsAt: '2026-11-26T10:00:00.000Z', endsAt: '2026-11-26T11:00:00.000Z' };
    await askToJoin(world, personId, { centreId: fabrikas, wish });
    expect(await standing(personId, fabrikas)).toMatchObject({
      viewerJoinRequest: { wish: { equipment: { id: equipmentId }, startsAt: wish.startsAt, endsAt: wish.endsAt } },
    });
  });

  test('is asked once, however often', async () => {
    const personId = await makePerson(world);
    const input = { centreId: fabrikas, idempotencyKey: newId() };
    const first = (await askToJoin(world, personId, input)).answer;
    const again = (await askToJoin(world, personId, input)).answer;
    expect(again).toEqual({ ...first, repeated: true });
    const another = await askToJoin(world, personId, { centreId: fabrikas });
    expect(another.answer).toMatchObject({ __typename: 'JoinRefusal', obstacle: 'ASKED', askAgainAt: null });
    expect((await askToJoin(world, personId, { ...input, message: 'Kita' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('declines with a reason, and is asked again two weeks later', async () => {
    const personId = await makePerson(world);
    const declinedAt = daysAgo(1);
    await makeJoinRequest(world, { personId, centreId: fabrikas, state: 'declined', createdAt: declinedAt });
    const { answer } = await askToJoin(world, personId, { centreId: fabrikas });
    expect(answer).toEqual({
      __typename: 'JoinRefusal',
      obstacle: 'DECLINED',
      askAgainAt: '2026-12-08T08:00:00.000Z',
      message: 'Fabrikas declined your request not long ago. You can ask again from 8 December, 10:00.',
    });
    expect(await standing(personId, fabrikas, 'lt')).toMatchObject({
      viewerJoinRequest: { state: 'DECLINED', reason: 'Kol kas vietų nėra.' },
      viewerCan: {
        joinRefusal: {
          message: 'Centras „Fabrikas“ neseniai jūsų nepriėmė. Vėl prašyti galėsite nuo gruodžio 8 d. 10:00.',
        },
      },
    });
    const { now } = world;
    world.now = new Date('2026-12-08T08:00:00Z');
    const later = await askToJoin(world, personId, { centreId: fabrikas });
    world.now = now;
    expect(later.answer).toMatchObject({ __typename: 'MembershipAsked', joinRequest: { state: 'SENT' } });
  });

  test('takes back a former member, in the same row', async () => {
    const personId = await makePerson(world);
    const ended = { validFrom: daysAgo(300), validUntil: daysAgo(20) };
    const membershipId = await makeMembership(world, { personId, centreId: fabrikas, role: 'staff', ...ended });
    const joinRequestId = await makeJoinRequest(world, { personId, centreId: fabrikas });
    await decideOn(world, staff, 'acceptJoinRequest', joinRequestId);
    const rows = await rowsOf(world.em())
      .selectFrom('membership')
      .select(['id', 'role', 'valid_from', 'valid_until'])
      .where('person_id', '=', personId)
      .execute();
    expect(rows).toEqual([{ id: membershipId, role: 'member', valid_from: world.now, valid_until: null }]);
  });
});

describe('an open centre', () => {
  let open: string;
  beforeAll(async () => {
    open = await makeCentre(world, { name: 'Atvira', membershipAccess: 'open' });
  });

  test('has a member at once', async () => {
    const personId = await makePerson(world);
    const { answer } = await askToJoin(world, personId, { centreId: open });
    expect(answer).toMatchObject({ joinRequest: { state: 'ACCEPTED', decidedBy: null } });
    expect(await standing(personId, open)).toMatchObject({ viewerMembership: { role: 'MEMBER' } });
    expect(await events(personId)).toEqual(['membership.started']);
    expect((await askToJoin(world, personId, { centreId: open })).answer).toMatchObject({ obstacle: 'MEMBER' });
  });

  test('lets its staff decide about one whose membership they ended', async () => {
    const personId = await makePerson(world);
    const id = await makeMembership(world, { personId, centreId: open, validUntil: daysAgo(1) });
    await rowsOf(world.em()).updateTable('membership').set({ end_reason: 'Triukšmas.' }).where('id', '=', id).execute();
    expect(await standing(personId, open)).toMatchObject({
      viewerMembership: null,
      viewerEndedMembership: { endReason: 'Triukšmas.' },
      viewerCan: { join: true },
    });
    const { answer } = await askToJoin(world, personId, { centreId: open });
    expect(answer).toMatchObject({ joinRequest: { state: 'SENT' } });
  });
});

describe('no request is made', () => {
  const refused = async (personId: string | null, centreId: string) => {
    const { answer, code } = await askToJoin(world, personId, { centreId });
    return answer?.__typename === 'JoinRefusal' ? answer.obstacle : code;
  };

  test('to a centre that takes none, to itself, by a member, by somebody unconfirmed, by a visitor', async () => {
    const elsewhere = await makeCentre(world);
    const personId = await makePerson(world);
    expect(await refused(personId, elsewhere)).toBe('ELSEWHERE');
    expect(await refused(staff, fabrikas)).toBe('MEMBER');
    expect(await refused(await makePerson(world, { verified: false }), fabrikas)).toBe('EMAIL_VERIFIED');
    expect(await refused(null, fabrikas)).toBe('SIGN_IN_REQUIRED');
    expect(await standing(null, fabrikas)).toMatchObject({
      viewerMembership: null,
      viewerJoinRequest: null,
      viewerCan: { join: false, joinRefusal: { obstacle: 'SIGNED_IN' } },
    });
  });

  test('by an account that is erased while it asks', async () => {
    const personId = await makePerson(world);
    const context = await world.contextFor(personId);
    await rowsOf(world.em()).deleteFrom('person').where('id', '=', personId).execute();
    const { code } = await world.askIn(
      context,
      `mutation { askForMembership(input: { centreId: "${fabrikas}", idempotencyKey: "a" }) { __typename } }`,
    );
    expect(code).toBe('SIGN_IN_REQUIRED');
  });

  test.each([
    ['a message of 1 MB', { message: 'x'.repeat(1_000_000) }, 'BAD_INPUT'],
    ['a message of 1001 characters', { message: 'ž'.repeat(1001) }, 'BAD_INPUT'],
    ['a message that cannot be kept', { message: 'a\0' }, 'BAD_INPUT'],
    [
      'a wish that ends before it begins',
      { wish: { startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T10:00:00Z' } },
      'BAD_INPUT',
    ],
    [
      'a wish for longer than a month',
      { wish: { startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-12-28T10:00:00Z' } },
      'BAD_INPUT',
    ],
    [
      'a wish for another age',
      { wish: { startsAt: '9999-11-26T10:00:00Z', endsAt: '9999-11-26T11:00:00Z' } },
      'BAD_INPUT',
    ],
    ['a wish for nothing', { wish: { equipmentId: newId() } }, 'NOT_FOUND'],
    ['a wish for what is no id', { wish: { equipmentId: 'x' } }, 'NOT_FOUND'],
    ['no centre', { centreId: newId() }, 'NOT_FOUND'],
    ['what is no id', { centreId: 'fabrikas' }, 'NOT_FOUND'],
    ['no key', { idempotencyKey: '' }, 'BAD_INPUT'],
  ])('with %s', async (_, input, expected) => {
    const wish = 'wish' in input && {
      wish: { equipmentId: newId(), startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T11:00:00Z', ...input.wish },
    };
    const { code } = await askToJoin(world, await makePerson(world), { centreId: fabrikas, ...input, ...wish });
    expect(code).toBe(expected);
  });

  test('without the field of the wish that is wrong being named', async () => {
    const wish = { equipmentId: newId(), startsAt: '1026-11-26T10:00:00Z', endsAt: '2026-11-26T11:00:00Z' };
    const { errors } = await askToJoin(world, await makePerson(world), { centreId: fabrikas, wish });
    expect(errors?.[0]?.extensions?.problems).toMatchObject([{ field: 'wish.startsAt' }]);
  });

  test('with a wish for equipment of another centre', async () => {
    const { id: equipmentId } = await makeEquipment(world, { centre: await makeCentre(world) });
    const wish = { equipmentId, startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T11:00:00Z' };
    expect((await askToJoin(world, await makePerson(world), { centreId: fabrikas, wish })).code).toBe('NOT_FOUND');
  });

  test('only half kept: a message of 1000 signs stays whole', async () => {
    const message = '🪚'.repeat(1000);
    const { answer } = await askToJoin(world, await makePerson(world), { centreId: fabrikas, message });
    expect(answer).toMatchObject({ joinRequest: { message } });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let centreId: string;
let unit: string;
let staff: string;
let manager: string;
let person: string;
let membership: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centreId = await makeCentre(world, { name: 'Fabrikas' });
  unit = (await makeEquipment(world, { centre: centreId, units: 1 })).units[0] ?? '';
  staff = await employ('staff');
  manager = await employ('manager');
});
afterAll(() => world.close());
beforeEach(async () => {
  person = await makePerson(world, { name: 'Rūta' });
  membership = await makeMembership(world, { personId: person, centreId });
});

async function employ(role: 'staff' | 'manager'): Promise<string> {
  const personId = await makePerson(world);
  await makeMembership(world, { personId, centreId, role });
  return personId;
}

interface Impact {
  readonly count: number;
  readonly fingerprint: string;
  readonly bookings: {
    readonly nodes: { id: string }[];
    readonly pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}
const impactFields =
  'count fingerprint bookings(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } }';

const impactOf = (who: string | null, membershipId = membership, after: string | null = null) =>
  world.ask<{ membershipImpact: Impact }>(
    who,
    `query ($id: ID!, $after: String) { membershipImpact(membershipId: $id) { ${impactFields} } }`,
    { id: membershipId, after },
  );

type Result =
  | {
      readonly __typename: 'MembershipEnded';
      readonly membership: object;
      readonly standing: { readonly count: number };
    }
  | { readonly __typename: 'MembershipNotEnded'; readonly impact: Impact };

async function end(who: string | null, input: { membershipId?: string; reason?: string; fingerprint?: string } = {}) {
  const { membershipId = membership, reason = 'Nuolat vėluoja.' } = input;
  const shown = async () => (await impactOf(staff, membershipId)).data?.membershipImpact.fingerprint ?? 'x';
  const fingerprint = input.fingerprint ?? (await shown());
  const answer = await world.ask<{ endMembership: Result }>(
    who,
    `mutation ($input: EndMembershipInput!, $after: String) { endMembership(input: $input) { __typename
      ... on MembershipEnded { membership { endReason validUntil viewerCan { end } } standing { count } }
      ... on MembershipNotEnded { impact { ${impactFields} } } } }`,
    { input: { membershipId, reason, fingerprint } },
  );
  return { ...answer, result: answer.data?.endMembership };
}

let day = 0;
/** A booking of the person on a day of its own. */
function book(booker = person): Promise<string> {
  day += 1;
  const at = (hour: number) => new Date(world.now.getTime() + (day * 24 + hour) * 3_600_000).toISOString();
  return makeBooking(world, { unit, booker, from: at(0), until: at(1) });
}

describe('ending a membership', () => {
  test('shows what is booked, ends it with a reason, and leaves the bookings', async () => {
    const bookings = [await book(), await book(), await book()];
    await book(staff);
    const first = (await impactOf(staff)).data?.membershipImpact;
    const second = (await impactOf(staff, membership, first?.bookings.pageInfo.endCursor)).data?.membershipImpact;
    expect(first?.count).toBe(3);
    const listed = [...(first?.bookings.nodes ?? []), ...(second?.bookings.nodes ?? [])].map(({ id }) => id);
    expect(listed).toEqual(bookings);
    const { result, errors } = await end(staff, { reason: ' Nuolat vėluoja. ', fingerprint: first?.fingerprint ?? '' });
    expect(errors).toBeUndefined();
    expect(result).toEqual({
      __typename: 'MembershipEnded',
      membership: { endReason: 'Nuolat vėluoja.', validUntil: world.now.toISOString(), viewerCan: { end: false } },
      standing: { count: 3 },
    });
    const { data } = await world.ask(
      person,
      `{ me { memberships { role } } centre(id: "${centreId}") {
      viewerMembership { role } viewerEndedMembership { endReason } } }`,
    );
    expect(data).toEqual({
      me: { memberships: [] },
      centre: { viewerMembership: null, viewerEndedMembership: { endReason: 'Nuolat vėluoja.' } },
    });
    expect((await impactOf(staff)).data?.membershipImpact.count).toBe(3);
  });

  test('ends nothing where something was booked meanwhile, and shows it', async () => {
    const seen = (await impactOf(staff)).data?.membershipImpact.fingerprint ?? '';
    const id = await book();
    const { result } = await end(staff, { fingerprint: seen });
    expect(result).toMatchObject({
      __typename: 'MembershipNotEnded',
      impact: { count: 1, bookings: { nodes: [{ id }] } },
    });
    expect((await world.ask(person, '{ me { memberships { role } } }')).data).toEqual({
      me: { memberships: [{ role: 'MEMBER' }] },
    });
  });

  test('is told when it has ended already', async () => {
    await end(staff);
    expect((await end(manager)).code).toBe('CONFLICT');
  });

  test.each(['', ' \n', 'x'.repeat(401), 'a\0'])('needs a reason that can be kept: %j', async (reason) => {
    const { code, errors } = await end(staff, { reason });
    expect([code, errors?.[0]?.extensions?.problems]).toMatchObject(['BAD_INPUT', [{ field: 'reason' }]]);
  });

  test('of staff is for managers, and nobody ends their own', async () => {
    const colleague = await makePerson(world);
    const theirs = await makeMembership(world, { personId: colleague, centreId, role: 'staff' });
    const told = await end(staff, { membershipId: theirs });
    expect([told.code, told.errors?.[0]?.message]).toEqual([
      'FORBIDDEN',
      'Only a manager ends memberships of the team.',
    ]);
    expect((await end(colleague, { membershipId: theirs })).code).toBe('FORBIDDEN');
    expect((await end(manager, { membershipId: theirs })).result?.__typename).toBe('MembershipEnded');
  });

  test('is for the staff of that centre alone', async () => {
    const elsewhere = await makePerson(world);
    await makeMembership(world, { personId: elsewhere, centreId: await makeCentre(world), role: 'manager' });
    for (const who of [elsewhere, person, await makePerson(world, { operator: true })]) {
      expect((await impactOf(who)).code).toBe('NOT_FOUND');
      expect((await end(who)).code).toBe('NOT_FOUND');
    }
    expect((await end(null)).code).toBe('SIGN_IN_REQUIRED');
    for (const membershipId of [newId(), '', 'x']) {
      expect((await end(staff, { membershipId, fingerprint: 'x' })).code).toBe('NOT_FOUND');
    }
  });
});

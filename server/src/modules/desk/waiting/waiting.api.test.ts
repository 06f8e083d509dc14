import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

interface Verdict {
  passed: boolean;
  checks: { condition: string; passed: boolean; message: string }[];
}
interface Waiting {
  joinRequests: { nodes: { id: string; person: { name: string }; wishVerdict: Verdict | null }[]; totalCount: number };
  approvals: {
    nodes: { id: string; approvalVerdict: (Omit<Verdict, 'passed'> & { outcome: string }) | null }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    totalCount: number;
  };
}

let world: World;
let centre: string;
let slug: string;
let staff: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
let centres = 0;
beforeEach(async () => {
  centres += 1;
  slug = `cechas-${centres}`;
  centre = await makeCentre(world, { slug, name: 'Cechas', membershipAccess: 'on_request' });
  staff = await makePerson(world);
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  laser = await makeEquipment(world, { centre, units: 8, audience: 'members', approval: 'everyone' });
});

const document = `query ($slug: String!, $first: Int, $after: String) {
  desk(centreSlug: $slug) {
    joinRequests { nodes { id person { name } wishVerdict { passed checks { condition passed message } } } totalCount }
    approvals(first: $first, after: $after) {
      nodes { id booker { name } approvalVerdict { outcome checks { condition passed message } } }
      pageInfo { endCursor hasNextPage } totalCount
    }
  }
}`;
async function waiting(variables: Record<string, unknown> = {}): Promise<Waiting> {
  const { data, errors } = await world.ask<{ desk: Waiting }>(staff, document, { slug, ...variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.desk;
}
const time = { startsAt: '2026-11-26T10:00:00.000Z', endsAt: '2026-11-26T11:00:00.000Z' };
const failing = (verdict: Pick<Verdict, 'checks'> | null | undefined) =>
  verdict?.checks.filter(({ passed }) => !passed).map(({ condition }) => condition);

async function makeMember(name = 'Rūta'): Promise<string> {
  const personId = await makePerson(world, { name });
  await makeMembership(world, { personId, centreId: centre });
  return personId;
}
const request = (booker: string, unit = 0, answerBy?: Date) =>
  makeBooking(world, {
    unit: laser.units[unit] ?? '',
    booker,
    from: time.startsAt,
    until: time.endsAt,
    state: 'requested',
    ...(answerBy && { answerBy }),
  });

describe('requests for membership at a desk', () => {
  test('are shown without a verdict where a wish was kept that nobody could ask for', async () => {
    const wish = { equipmentId: laser.id, startsAt: new Date(time.startsAt), endsAt: new Date('2126-11-26T11:00:00Z') };
    await makeJoinRequest(world, { personId: await makePerson(world, { name: 'Ona' }), centreId: centre, wish });
    expect((await waiting()).joinRequests.nodes).toMatchObject([{ person: { name: 'Ona' }, wishVerdict: null }]);
  });

  test('wait with what the wish of each would come to, were they a member', async () => {
    const ona = await makePerson(world, { name: 'Ona' });
    const wish = { equipmentId: laser.id, ...time };
    await askToJoin(world, ona, { centreId: centre, wish });
    await askToJoin(world, await makePerson(world, { name: 'Petras' }), { centreId: centre });

    const { joinRequests } = await waiting();
    expect(joinRequests.totalCount).toBe(2);
    expect(joinRequests.nodes.map(({ person }) => person.name)).toEqual(['Ona', 'Petras']);
    expect(joinRequests.nodes[0]?.wishVerdict?.passed).toBe(true);
    expect(joinRequests.nodes[1]?.wishVerdict).toBeNull();

    const others = await makeMember();
    for (const unit of laser.units.keys()) await request(others, unit);
    expect(failing((await waiting()).joinRequests.nodes[0]?.wishVerdict)).toEqual(['SLOT_FREE']);
  });

  test('are gone once they are answered or withdrawn, and those of other centres never show', async () => {
    const people = await Promise.all(['Ona', 'Petras', 'Jonas', 'Lina'].map((name) => makePerson(world, { name })));
    const [ona = '', petras = '', jonas = '', lina = ''] = people;
    const ids = new Map<string, string>();
    for (const personId of people) ids.set(personId, await makeJoinRequest(world, { personId, centreId: centre }));
    await makeJoinRequest(world, { personId: ona, centreId: await makeCentre(world) });
    await decideOn(world, staff, 'acceptJoinRequest', ids.get(ona) ?? '');
    await decideOn(world, staff, 'declineJoinRequest', ids.get(petras) ?? '');
    await decideOn(world, jonas, 'withdrawJoinRequest', ids.get(jonas) ?? '');
    expect((await waiting()).joinRequests.nodes.map(({ id }) => id)).toEqual([ids.get(lina)]);
  });

  test('do not tell who made one what the staff read beside it', async () => {
    const ona = await makePerson(world);
    await askToJoin(world, ona, { centreId: centre, wish: { equipmentId: laser.id, ...time } });
    const { data, code } = await world.ask<{ me: { joinRequests: { nodes: { wishVerdict: null }[] } } }>(
      ona,
      '{ me { joinRequests { nodes { id wishVerdict { passed } } } } }',
    );
    expect([code, data?.me.joinRequests.nodes[0]?.wishVerdict]).toEqual([undefined, null]);
  });
});

describe('bookings that wait at a desk', () => {
  test('come with what approving would mean for whom they are, whoever asks', async () => {
    const member = await makeMember();
    const stranger = await makePerson(world);
    const [granted, refused] = [await request(member, 0), await request(stranger, 1)];
    const { approvals } = await waiting();
    const of = (id: string) => approvals.nodes.find((node) => node.id === id)?.approvalVerdict;
    expect(of(granted)?.outcome).toBe('BOOK');
    expect(failing(of(refused))).toEqual(['AUDIENCE']);
  });

  test('come in the order in which they must be answered, page by page', async () => {
    const member = await makeMember();
    const at = (hour: number) => new Date(`2026-11-25T${hour}:00:00Z`);
    const ids = [];
    for (const [unit, hour] of [15, 12, 18, 12, 10].entries()) ids.push(await request(member, unit, at(hour)));
    const [a, b, c, d, e] = ids;
    const whole = (await waiting()).approvals;
    expect(whole.totalCount).toBe(5);
    expect(whole.nodes.map(({ id }) => id)).toEqual([e, ...[b, d].sort(), a, c]);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Waiting['approvals'] = (await waiting({ first: 2, after })).approvals;
      seen.push(...nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(seen).toEqual(whole.nodes.map(({ id }) => id));
  });

  test('of an erased account cannot be approved', async () => {
    const member = await makeMember();
    const id = await request(member);
    await rowsOf(world.em()).updateTable('booking').set({ booker_id: null }).where('id', '=', id).execute();
    expect(failing((await waiting()).approvals.nodes[0]?.approvalVerdict)).toContain('SIGNED_IN');
  });
});

test('a desk takes as many statements for many that wait as for one', async () => {
  const one = async (unit: number) => {
    await request(await makeMember(), unit);
    const wish = { equipmentId: laser.id, ...time };
    await askToJoin(world, await makePerson(world), { centreId: centre, wish });
  };
  await one(0);
  const few = await statementsOf(world, () => waiting());
  for (const unit of [1, 2, 3, 4, 5]) await one(unit);
  expect(await statementsOf(world, () => waiting())).toHaveLength(few.length);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askToJoin, decideOn } from '../../../../test/joining.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe.runIf(await hasPostgres())('requests for membership at the same moment', () => {
  let world: World;
  let centreId: string;
  let open: string;
  let staff: string[];
  beforeAll(async () => {
    world = await postgresWorld();
    centreId = await makeCentre(world, { membershipAccess: 'on_request' });
    open = await makeCentre(world, { membershipAccess: 'open' });
    staff = await times(4, (index) => makePerson(world, { name: `Darbuotojas ${index}` }));
    for (const personId of staff) await makeMembership(world, { personId, centreId, role: 'staff' });
  });
  afterAll(() => world.close());

  const state = async (personId: string) => ({
    requests: (
      await rowsOf(world.em()).selectFrom('join_request').select('state').where('person_id', '=', personId).execute()
    ).map((row) => row.state),
    memberships: (
      await rowsOf(world.em()).selectFrom('membership').select('role').where('person_id', '=', personId).execute()
    ).length,
    began: (
      await rowsOf(world.em())
        .selectFrom('logged_event')
        .select('id')
        .where('type', '=', 'membership.started')
        .where(({ eb, val, fn }) => eb(val(`person:${personId}`), '=', fn<string>('any', ['topics'])))
        .execute()
    ).length,
  });

  test('accepted by four of the staff, one did and the others are told who', async () => {
    const personId = await makePerson(world);
    const id = await makeJoinRequest(world, { personId, centreId });
    const answers = await Promise.all(staff.map((each) => decideOn(world, each, 'acceptJoinRequest', id)));
    const done = answers.filter(({ request }) => request?.state === 'ACCEPTED');
    expect(done).toHaveLength(1);
    const late = answers.filter(({ code }) => code === 'CONFLICT');
    expect(late).toHaveLength(3);
    for (const { errors } of late) {
      expect(errors?.[0]?.extensions).toMatchObject({
        state: 'ACCEPTED',
        decidedBy: done[0]?.request?.decidedBy?.name,
      });
    }
    expect(await state(personId)).toEqual({ requests: ['accepted'], memberships: 1, began: 1 });
  });

  test('accepted twice by one, it is accepted once and both answers say so', async () => {
    const personId = await makePerson(world);
    const id = await makeJoinRequest(world, { personId, centreId });
    const answers = await times(2, () => decideOn(world, staff[0] ?? '', 'acceptJoinRequest', id));
    expect(answers.map(({ request }) => request?.state)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(await state(personId)).toEqual({ requests: ['accepted'], memberships: 1, began: 1 });
  });

  test('accepted, declined and withdrawn, it is one of them and all are told which', async () => {
    await times(8, async () => {
      const personId = await makePerson(world);
      const id = await makeJoinRequest(world, { personId, centreId });
      const answers = await Promise.all([
        decideOn(world, staff[0] ?? '', 'acceptJoinRequest', id),
        decideOn(world, staff[1] ?? '', 'declineJoinRequest', id),
        decideOn(world, personId, 'withdrawJoinRequest', id),
      ]);
      const outcomes = answers.map(({ request, errors }) => request?.state ?? errors?.[0]?.extensions?.state);
      expect(answers.filter(({ request }) => request)).toHaveLength(1);
      expect(new Set(outcomes).size).toBe(1);
      const members = outcomes[0] === 'ACCEPTED' ? 1 : 0;
      const requests = [String(outcomes[0]).toLowerCase()];
      expect(await state(personId)).toEqual({ requests, memberships: members, began: members });
    });
  });

  test('of one person four at once are one, and the others are told that it waits', async () => {
    const personId = await makePerson(world);
    const answers = await times(4, () => askToJoin(world, personId, { centreId }));
    const kinds = answers.map(({ answer }) => (answer?.__typename === 'JoinRefusal' ? answer.obstacle : 'SENT')).sort();
    expect(kinds).toEqual(['ASKED', 'ASKED', 'ASKED', 'SENT']);
    expect(await state(personId)).toEqual({ requests: ['sent'], memberships: 0, began: 0 });
  });

  test('to an open centre make one a member once', async () => {
    const personId = await makePerson(world);
    const answers = await times(4, () => askToJoin(world, personId, { centreId: open }));
    const kinds = answers
      .map(({ answer }) => (answer?.__typename === 'JoinRefusal' ? answer.obstacle : 'JOINED'))
      .sort();
    expect(kinds).toEqual(['JOINED', 'MEMBER', 'MEMBER', 'MEMBER']);
    expect(await state(personId)).toEqual({ requests: ['accepted'], memberships: 1, began: 1 });
  });

  test('while the account is erased are made and go with it, or are not made', async () => {
    await times(8, async () => {
      const personId = await makePerson(world);
      const [asked] = await Promise.all([
        askToJoin(world, personId, { centreId }),
        rowsOf(world.em()).deleteFrom('person').where('id', '=', personId).execute(),
      ]);
      expect([undefined, 'SIGN_IN_REQUIRED', 'NOT_FOUND']).toContain(asked.code);
      expect(await state(personId)).toMatchObject({ requests: [], memberships: 0 });
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

describe.runIf(await hasPostgres())('memberships ended at the same moment', () => {
  let world: World;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());

  async function end(who: string, membershipId: string): Promise<string | undefined> {
    const seen = await world.ask<{ membershipImpact: { fingerprint: string } }>(
      who,
      'query ($id: ID!) { membershipImpact(membershipId: $id) { fingerprint } }',
      { id: membershipId },
    );
    const fingerprint = seen.data?.membershipImpact.fingerprint ?? '';
    const { code, data } = await world.ask<{ endMembership: { __typename: string } }>(
      who,
      'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { __typename } }',
      { input: { membershipId, reason: 'Ginčas.', fingerprint } },
    );
    return code ?? data?.endMembership.__typename;
  }
  const standing = async (centreId: string) => {
    const rows = rowsOf(world.em()).selectFrom('membership').select('id').where('centre_id', '=', centreId);
    return (await rows.where('valid_until', 'is', null).execute()).length;
  };

  test('two managers who end each other’s leave one of them', async () => {
    for (let round = 0; round < 8; round += 1) {
      const centreId = await makeCentre(world);
      const [one, other] = [await makePerson(world), await makePerson(world)];
      const ofOne = await makeMembership(world, { personId: one, centreId, role: 'manager' });
      const ofOther = await makeMembership(world, { personId: other, centreId, role: 'manager' });
      const answers = await Promise.all([end(one, ofOther), end(other, ofOne)]);
      expect(answers).toContain('MembershipEnded');
      const [lost] = answers.filter((each) => each !== 'MembershipEnded');
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(lost);
      expect(await standing(centreId)).toBe(1);
    }
  });

  test('of one member, by two of the staff, ends once and the other is told', async () => {
    const centreId = await makeCentre(world);
    const staff = [await makePerson(world), await makePerson(world)];
    for (const personId of staff) await makeMembership(world, { personId, centreId, role: 'staff' });
    const membership = await makeMembership(world, { personId: await makePerson(world), centreId });
    const answers = await Promise.all(staff.map((who) => end(who, membership)));
    expect(answers.sort()).toEqual(['CONFLICT', 'MembershipEnded']);
  });
});

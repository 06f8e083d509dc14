import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

describe.runIf(await hasPostgres())('roles changed at the same moment', () => {
  let world: World;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());

  const demote = async (who: string, membershipId: string) => {
    const { code, data } = await world.ask<{ changeRole: { role: string } }>(
      who,
      'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { role } }',
      { input: { membershipId, role: 'MEMBER', from: 'MANAGER' } },
    );
    return code ?? data?.changeRole.role;
  };

  test('two managers who demote each other leave one of them', async () => {
    for (let round = 0; round < 8; round += 1) {
      const centreId = await makeCentre(world);
      const [one, other] = [await makePerson(world), await makePerson(world)];
      const ofOne = await makeMembership(world, { personId: one, centreId, role: 'manager' });
      const ofOther = await makeMembership(world, { personId: other, centreId, role: 'manager' });
      const answers = await Promise.all([demote(one, ofOther), demote(other, ofOne)]);
      expect(answers).toContain('MEMBER');
      const [lost] = answers.filter((each) => each !== 'MEMBER');
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(lost);
      const managers = rowsOf(world.em()).selectFrom('membership').select('id').where('centre_id', '=', centreId);
      expect(await managers.where('role', '=', 'manager').execute()).toHaveLength(1);
    }
  });
});

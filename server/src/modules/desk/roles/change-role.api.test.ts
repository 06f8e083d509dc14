import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let centreId: string;
let manager: string;
let ownMembership: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centreId = await makeCentre(world);
  ({ personId: manager, id: ownMembership } = await employ('manager'));
});
afterAll(() => world.close());

async function employ(role: CentreRole): Promise<{ personId: string; id: string }> {
  const personId = await makePerson(world);
  return { personId, id: await makeMembership(world, { personId, centreId, role }) };
}

const change = (who: string | null, membershipId: string, role: string, from: string, reason?: string) =>
  world.ask<{ changeRole: { role: string; viewerCan: { roles: string[] } } }>(
    who,
    'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { role viewerCan { roles } } }',
    { input: { membershipId, role, from, reason } },
  );

describe('changing a role', () => {
  test('holds at once, and says who did it', async () => {
    const { personId, id } = await employ('member');
    const { data } = await change(manager, id, 'HOST', 'MEMBER', ' Budi vakarais. ');
    expect(data?.changeRole).toEqual({ role: 'HOST', viewerCan: { roles: ['MEMBER', 'STAFF', 'MANAGER'] } });
    expect((await world.ask(personId, '{ me { memberships { role } } }')).data).toEqual({
      me: { memberships: [{ role: 'HOST' }] },
    });
    const entries = await rowsOf(world.em())
      .selectFrom('audit_entry')
      .selectAll()
      .where('object_id', '=', id)
      .execute();
    expect(entries).toMatchObject([
      {
        ...{ kind: 'membership.role_changed', actor_id: manager, person_id: personId, reason: 'Budi vakarais.' },
        ...{ before: { role: 'member' }, after: { role: 'host' } },
      },
    ]);
    expect((await change(personId, id, 'MANAGER', 'HOST')).code).toBe('NOT_FOUND');
  });

  test('is never of one’s own role, nor by staff', async () => {
    const own = await change(manager, ownMembership, 'STAFF', 'MANAGER');
    expect([own.code, own.errors?.[0]?.message]).toEqual([
      'FORBIDDEN',
      'You cannot change your own role: ask another manager.',
    ]);
    const staff = await employ('staff');
    const { id } = await employ('member');
    for (const role of ['HOST', 'STAFF', 'MANAGER']) {
      expect((await change(staff.personId, id, role, 'MEMBER')).code).toBe('FORBIDDEN');
    }
    expect((await change(staff.personId, staff.id, 'MANAGER', 'STAFF')).code).toBe('FORBIDDEN');
  });

  test('is told where a colleague was faster, and does nothing twice', async () => {
    const { id } = await employ('member');
    await change(manager, id, 'STAFF', 'MEMBER');
    expect((await change(manager, id, 'STAFF', 'MEMBER')).data?.changeRole.role).toBe('STAFF');
    expect((await change(manager, id, 'HOST', 'MEMBER')).code).toBe('CONFLICT');
  });

  test('is of a membership that stands, by those of its centre', async () => {
    const { id, personId } = await employ('member');
    const elsewhere = await makePerson(world);
    await makeMembership(world, { personId: elsewhere, centreId: await makeCentre(world), role: 'manager' });
    const operator = await makePerson(world, { operator: true });
    for (const who of [elsewhere, personId, operator]) {
      expect((await change(who, id, 'MANAGER', 'MEMBER')).code).toBe('NOT_FOUND');
    }
    expect((await change(null, id, 'MANAGER', 'MEMBER')).code).toBe('SIGN_IN_REQUIRED');
    for (const other of [newId(), '', 'x'])
      expect((await change(manager, other, 'HOST', 'MEMBER')).code).toBe('NOT_FOUND');
    await rowsOf(world.em()).updateTable('membership').set({ valid_until: world.now }).where('id', '=', id).execute();
    expect((await change(manager, id, 'HOST', 'MEMBER')).code).toBe('CONFLICT');
  });

  test.each(['x'.repeat(401), 'a\0'])('keeps no reason that cannot be kept: %#', async (reason) => {
    const { id } = await employ('member');
    expect((await change(manager, id, 'HOST', 'MEMBER', reason)).code).toBe('BAD_INPUT');
  });
});

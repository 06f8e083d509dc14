import { describe, expect, test } from 'vitest';
import { centreRoles } from '../../../access/roles.enums.ts';
import { mayEndMembership } from './end-membership.policy.ts';

describe('whose memberships are ended', () => {
  test.each([
    [undefined, []],
    ['member', []],
    ['host', []],
    ['staff', ['member']],
    ['manager', ['member', 'host', 'staff', 'manager']],
  ] as const)('by somebody who is %s there: %j', (role, ended) => {
    const may = centreRoles.filter(
      (each) => mayEndMembership({ personId: 'asta', role }, { personId: 'ruta', role: each }).allowed,
    );
    expect(may).toEqual(ended);
  });

  test.each(centreRoles)('never one’s own, as %s', (role) => {
    expect(mayEndMembership({ personId: 'asta', role }, { personId: 'asta', role }).allowed).toBe(false);
  });
});

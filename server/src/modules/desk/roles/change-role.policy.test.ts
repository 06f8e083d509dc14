import { describe, expect, test } from 'vitest';
import { type CentreRole, centreRoles } from '../../../access/roles.enums.ts';
import { mayChangeRole, rolesToGive } from './change-role.policy.ts';

const by = (role: CentreRole | undefined) => ({ personId: 'appointer', role });
const of = (role: CentreRole, personId = 'member') => ({ personId, role });

describe('changing a role', () => {
  test('is for managers alone, who give and take every role', () => {
    for (const role of centreRoles) {
      for (const to of centreRoles) {
        expect(mayChangeRole(by('manager'), of(role), to).allowed).toBe(true);
        for (const other of [undefined, 'member', 'host', 'staff'] as const) {
          expect(mayChangeRole(by(other), of(role), to).allowed).toBe(false);
        }
      }
    }
  });

  test('is never of one’s own, so that a centre keeps a manager', () => {
    for (const role of centreRoles) {
      for (const to of centreRoles) {
        expect(mayChangeRole(by(role), of(role, 'appointer'), to).allowed).toBe(false);
      }
    }
  });

  test('offers what is another role', () => {
    expect(rolesToGive(by('manager'), of('staff'))).toEqual(['member', 'host', 'manager']);
    expect(rolesToGive(by('staff'), of('member'))).toEqual([]);
  });
});

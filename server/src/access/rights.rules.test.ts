import { describe, expect, it, test } from 'vitest';
import type { Actor } from './actor.rules.ts';
import { visitor } from './actor.rules.ts';
import { centreActs, centresWhereMay, may, roleMay, rolesThatMay } from './rights.rules.ts';
import { type CentreRole, centreRoles } from './roles.enums.ts';

const withRole = (role: CentreRole): Actor => ({
  ...{ kind: 'member', personId: 'ona', sessionId: 's', name: 'Ona', email: 'ona@example.org', emailVerified: true },
  ...{ operator: true, organisationIds: [], cityIds: ['vilnius'], actingFor: null },
  memberships: [{ centreId: 'here', role }],
});

describe('what one may do at a centre', () => {
  test.each([
    ['member', []],
    ['host', ['see-desk', 'check-in', 'extend', 'handle-problems', 'hand-over']],
    [
      'staff',
      [
        ...['book-for-others', 'approve', 'override-time', 'block', 'admit', 'see-people'],
        ...['edit-equipment', 'edit-pictures', 'act-for-centre', 'moderate-posts'],
      ],
    ],
    [
      'manager',
      [
        ...['appoint', 'edit-plans', 'edit-rules', 'edit-hours', 'edit-profile', 'edit-settings'],
        ...['override-all', 'see-reports', 'see-audit'],
      ],
    ],
  ] as const)('begins, as %s, with %j', (role, begins) => {
    const before = centreRoles[centreRoles.indexOf(role) - 1];
    const gained = centreActs.filter((act) => roleMay(role, act) && !roleMay(before, act));
    expect(gained).toEqual(begins);
  });

  it('is kept by every role above', () => {
    for (const act of centreActs) {
      const roles = rolesThatMay(act);
      expect(roles.length).toBeGreaterThan(0);
      expect(roles).toEqual(centreRoles.slice(-roles.length));
    }
  });

  it('ends at its door, whatever else one is', () => {
    for (const act of centreActs) {
      expect(may(withRole('manager'), act, 'elsewhere')).toBe(false);
      expect(may(withRole('manager'), act, 'here')).toBe(true);
      expect(may(withRole('member'), act, 'here')).toBe(false);
      expect(may(visitor, act, 'here')).toBe(false);
    }
    expect(centresWhereMay(withRole('host'), 'see-desk')).toEqual(['here']);
    expect(centresWhereMay(withRole('host'), 'approve')).toEqual([]);
    expect(centresWhereMay(visitor, 'see-desk')).toEqual([]);
  });
});

import { includesRole, roleMay } from '../../../access/rights.rules.ts';
import { type CentreRole, centreRoles } from '../../../access/roles.enums.ts';
import type { Message } from '../../../platform/i18n/translate.ts';

/** A membership as far as it matters who changes its role. */
export interface AppointableMembership {
  readonly personId: string;
  readonly role: CentreRole;
}

/** Who wants to change it, by their role at the same centre. */
export interface Appointer {
  readonly personId: string;
  readonly role: CentreRole | undefined;
}

type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason?: Message };

/**
 * Whether somebody may make a member of a centre something else there. Nobody gives or takes more than they have, nor
 * changes their own role: whoever changes that of a manager is one and stays it, so that a centre keeps a manager.
 */
export function mayChangeRole(appointer: Appointer, membership: AppointableMembership, to: CentreRole): Permission {
  const { role } = appointer;
  if (role === undefined || !roleMay(role, 'appoint')) {
    return { allowed: false, reason: { key: 'membership.role.managers' } };
  }
  if (appointer.personId === membership.personId) return { allowed: false, reason: { key: 'membership.role.own' } };
  if (!includesRole(role, to) || !includesRole(role, membership.role)) {
    return { allowed: false, reason: { key: 'membership.role.above' } };
  }
  return { allowed: true };
}

/** What somebody may make of a membership, its own role not among it. */
export const rolesToGive = (appointer: Appointer, membership: AppointableMembership): CentreRole[] =>
  centreRoles.filter((to) => to !== membership.role && mayChangeRole(appointer, membership, to).allowed);

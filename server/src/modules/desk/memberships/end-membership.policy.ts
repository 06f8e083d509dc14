import { roleMay } from '../../../access/rights.rules.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import type { Message } from '../../../platform/i18n/translate.ts';

/** A membership as far as it matters who ends it. */
export interface EndableMembership {
  readonly personId: string;
  readonly role: CentreRole;
}

/** Who wants to end it, by their role at the same centre. */
export interface Ender {
  readonly personId: string;
  readonly role: CentreRole | undefined;
}

type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason?: Message };

/**
 * Staff end memberships of members, managers those of the team too; nobody ends their own. So whoever ends
 * the membership of a manager is one, and a centre never loses its last.
 */
export function mayEndMembership(ender: Ender, { personId, role }: EndableMembership): Permission {
  if (!roleMay(ender.role, 'admit')) return { allowed: false };
  if (ender.personId === personId) return { allowed: false, reason: { key: 'membership.endOwn' } };
  if (role === 'member' || roleMay(ender.role, 'appoint')) return { allowed: true };
  return { allowed: false, reason: { key: 'membership.endTeam' } };
}

import { type Actor, roleAt } from './actor.rules.ts';
import { type CentreRole, centreRoles, type TeamRole } from './roles.enums.ts';

/** What one may do at a centre beyond using it, each with the first role that may. */
export const rights = {
  'see-desk': 'host',
  'check-in': 'host',
  extend: 'host',
  'handle-problems': 'host',
  'hand-over': 'host',
  'book-for-others': 'staff',
  approve: 'staff',
  'override-time': 'staff',
  block: 'staff',
  admit: 'staff',
  'see-people': 'staff',
  'edit-equipment': 'staff',
  'edit-pictures': 'staff',
  'act-for-centre': 'staff',
  'moderate-posts': 'staff',
  appoint: 'manager',
  'edit-plans': 'manager',
  'edit-rules': 'manager',
  'edit-hours': 'manager',
  'edit-profile': 'manager',
  'edit-settings': 'manager',
  'override-all': 'manager',
  'see-reports': 'manager',
  'see-audit': 'manager',
} as const satisfies Readonly<Record<string, TeamRole>>;

export type CentreAct = keyof typeof rights;
export const centreActs = Object.keys(rights) as readonly CentreAct[];

/** Whether a role includes what another may. */
export const includesRole = (role: CentreRole, other: CentreRole): boolean =>
  centreRoles.indexOf(role) >= centreRoles.indexOf(other);

/** Whether somebody with this role may do something at their centre. */
export const roleMay = (role: CentreRole | undefined, act: CentreAct): boolean =>
  role !== undefined && includesRole(role, rights[act]);

/** The roles that may do something. */
export const rolesThatMay = (act: CentreAct): CentreRole[] => centreRoles.filter((role) => roleMay(role, act));

/** Whether the actor may do something at a centre. */
export const may = (actor: Actor, act: CentreAct, centreId: string): boolean => roleMay(roleAt(actor, centreId), act);

/** The centres where the actor may do something, in no order. */
export const centresWhereMay = (actor: Actor, act: CentreAct): string[] =>
  actor.kind === 'member'
    ? actor.memberships.filter(({ role }) => roleMay(role, act)).map(({ centreId }) => centreId)
    : [];

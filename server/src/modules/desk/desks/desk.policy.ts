import { type Actor, isStaffAt } from '../../../access/actor.rules.ts';

/** Whether the actor works at the desk of a centre: its staff and managers do, and nobody else. */
export const mayRunDesk = (actor: Actor, centreId: string): boolean => isStaffAt(actor, centreId);

/** The centres whose desk the actor runs, in no order. */
export const desksOf = (actor: Actor): string[] =>
  actor.kind === 'member'
    ? actor.memberships.map(({ centreId }) => centreId).filter((centreId) => mayRunDesk(actor, centreId))
    : [];

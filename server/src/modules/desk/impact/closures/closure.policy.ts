import { type Actor, isStaffAt, roleAt } from '../../../../access/actor.rules.ts';

/** What is closed, as far as it matters who does it. */
export interface ClosedPlace {
  readonly centreId: string;
  readonly equipmentId: string | null;
}

/** Whether the actor may close a place and open it again: a centre its managers, its equipment and units the staff. */
export const mayClose = (actor: Actor, { centreId, equipmentId }: ClosedPlace): boolean =>
  equipmentId === null ? roleAt(actor, centreId) === 'manager' : isStaffAt(actor, centreId);

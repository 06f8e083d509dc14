import type { Actor } from '../../../../access/actor.rules.ts';
import { may } from '../../../../access/rights.rules.ts';

/** What is closed, as far as it matters who does it. */
export interface ClosedPlace {
  readonly centreId: string;
  readonly equipmentId: string | null;
}

/** Whether the actor may close a place and open it again: a whole centre is a matter of its hours. */
export const mayClose = (actor: Actor, { centreId, equipmentId }: ClosedPlace): boolean =>
  may(actor, equipmentId === null ? 'edit-hours' : 'block', centreId);

import type { Actor } from '../../access/actor.rules.ts';
import { may } from '../../access/rights.rules.ts';

/** A problem, or a unit that could have one, as far as it decides who may what. */
export interface ProblemPlace {
  readonly centreId: string;
  /** Who looks after the machine. */
  readonly stewardIds: readonly string[];
}

/** Whether the actor handles problems there: those who work at the centre, and the stewards of the machine. */
export const mayHandle = (actor: Actor, { centreId, stewardIds }: ProblemPlace): boolean =>
  may(actor, 'handle-problems', centreId) || (actor.kind === 'member' && stewardIds.includes(actor.personId));

/** Whether the actor reads the words of a problem: whoever handles it, and whoever reported it. */
export const mayReadProblem = (actor: Actor, problem: ProblemPlace & { readonly reporterId: string | null }): boolean =>
  mayHandle(actor, problem) || (actor.kind === 'member' && problem.reporterId === actor.personId);

/** Whether a report stops the unit at once: danger does from whoever uses it now, and what its keepers call unusable. */
export const stopsUnit = (kind: string, by: { readonly handles: boolean; readonly checkedIn: boolean }): boolean =>
  kind === 'danger' ? by.handles || by.checkedIn : kind === 'unusable' && by.handles;

import { defineEvent, type EventSpecification } from '../../platform/events/define-event.ts';
import type { ProblemKind, ProblemState, ProblemStepKind } from './problem.enums.ts';

interface ChangedProblem {
  readonly id: string;
  readonly centreId: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly kind: ProblemKind;
  readonly state: ProblemState;
  readonly step: ProblemStepKind;
  /** Who reported it, if they are known. */
  readonly reporterId: string | null;
  /** Its expected end, where something is out of order. */
  readonly endsAt: Date | null;
}

/** The team of the centre and whoever reported it hear of a problem; stewards are told by name. */
const changedProblem = {
  subject: ({ id, centreId, equipmentId, unitId, step }: ChangedProblem) => ({
    ...{ problem: id, centre: centreId, equipment: equipmentId, unit: unitId, step },
  }),
  audience: ({ centreId, reporterId }) => [
    `staff:${centreId}` as const,
    ...(reporterId === null ? [] : [`person:${reporterId}` as const]),
  ],
  topics: ({ id, centreId, equipmentId }) => [`problem:${id}`, `desk:${centreId}`, `equipment:${equipmentId}`],
  audit: ({ id, centreId, kind, state, step, endsAt }) => ({
    centreId,
    object: { type: 'problem', id },
    after: { kind, state, step, endsAt: endsAt?.toISOString() ?? null },
  }),
} satisfies EventSpecification<ChangedProblem, object>;

export const problemReported = defineEvent('problem.reported', changedProblem);
/** Somebody did something about it, or its expected end passed and moved on by itself. */
export const problemChanged = defineEvent('problem.changed', changedProblem);

export const problemEvents = [problemReported, problemChanged] as const;

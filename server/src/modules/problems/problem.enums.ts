/** How bad a problem is: worth knowing, less than usual, unusable, or dangerous. */
export const problemKinds = ['note', 'limits', 'unusable', 'danger'] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** What became of a problem; `problem-lifecycle.rules.ts` says what follows what. */
export const problemStates = ['reported', 'seen', 'in_work', 'waiting', 'fixed', 'no_fault', 'same_as'] as const;
export type ProblemState = (typeof problemStates)[number];

/** What whoever handles problems does with one. */
export const problemActs = ['see', 'work', 'wait', 'fix', 'find_no_fault', 'join', 'stop', 'resume', 'note'] as const;
export type ProblemAct = (typeof problemActs)[number];

/** What stands in the history of a problem: what people did, and that its end moved on by itself. */
export const problemStepKinds = ['report', ...problemActs, 'move_on'] as const;
export type ProblemStepKind = (typeof problemStepKinds)[number];

import type { ProblemAct, ProblemState } from './problem.enums.ts';

const whileOpen: Partial<Readonly<Record<ProblemAct, ProblemState>>> = {
  ...{ work: 'in_work', wait: 'waiting', fix: 'fixed', find_no_fault: 'no_fault', join: 'same_as' },
};

/** What may be done in which state, and which state follows. */
const steps: Readonly<Record<ProblemState, Partial<Readonly<Record<ProblemAct, ProblemState>>>>> = {
  reported: { ...whileOpen, see: 'seen', stop: 'seen', resume: 'seen', note: 'reported' },
  seen: { ...whileOpen, stop: 'seen', resume: 'seen', note: 'seen' },
  in_work: { ...whileOpen, stop: 'in_work', resume: 'in_work', note: 'in_work' },
  waiting: { ...whileOpen, stop: 'waiting', resume: 'waiting', note: 'waiting' },
  fixed: { note: 'fixed' },
  no_fault: { note: 'no_fault' },
  same_as: { note: 'same_as' },
};

/** States in which somebody still has to do something. */
export const openStates = ['reported', 'seen', 'in_work', 'waiting'] as const satisfies readonly ProblemState[];

export const isOpen = (state: ProblemState): boolean => (openStates as readonly ProblemState[]).includes(state);

/** The state after an act; undefined where it cannot be done in this state. */
export const stateAfterAct = (state: ProblemState, act: ProblemAct): ProblemState | undefined => steps[state][act];

/** The farthest expected end, in days from now. */
export const longestOutageDays = 365;
/** Until when a unit stops that somebody called dangerous, if nobody says otherwise. */
export const dangerHours = 24;

const day = 86_400_000;

/** An end that passed unfixed moves on by days, to the first that is ahead. */
export function movedOn(end: Date, now: Date): Date {
  const days = Math.floor((now.getTime() - end.getTime()) / day) + 1;
  return new Date(end.getTime() + Math.max(1, days) * day);
}

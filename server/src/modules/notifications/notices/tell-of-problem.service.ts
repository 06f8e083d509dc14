import type { Context } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { readHandlers } from '../../problems/changes/assignee.reader.ts';
import { problemChanged, problemReported } from '../../problems/problem.events.ts';
import { type ProblemRow, readProblems } from '../../problems/problem.reader.ts';
import { causeOf } from './cause.ts';
import { notify } from './notify.service.ts';

/** What people hear of problems, handled in the order in which it happened. */
export const toldOfProblems = [problemReported, problemChanged] as const;

type Entry = LogEntry & {
  readonly subject: { readonly problem: string; readonly centre: string; readonly step: string };
};

/** The ends of a problem that whoever reported it hears of. */
const ends = ['fix', 'find_no_fault'];

/** Tells those who handle a problem that it is there or that its end moved on, and the reporter how it ended. */
export async function tellOfProblem(tx: Context, entry: Entry): Promise<void> {
  const { problem: id, centre: centreId, step } = entry.subject;
  const problem = (await readProblems(tx, [id])).get(id);
  if (!problem) return;
  const about = { cause: causeOf(entry), object: { type: 'problem', id }, centreId } as const;
  if (problemReported.is(entry) || step === 'move_on') {
    const kind = problemReported.is(entry) ? 'problem_reported' : 'problem_moved_on';
    for (const personId of await handlersOf(tx, problem)) {
      if (personId !== entry.actorId) await notify(tx, { ...about, personId, kind, reason: 'handler' });
    }
  } else if (ends.includes(step) && problem.reporterId && problem.reporterId !== entry.actorId) {
    await notify(tx, { ...about, personId: problem.reporterId, kind: 'problem_ended', reason: 'reporter' });
  }
}

/** The stewards of the machine and whoever took it on; the team where there is none, and of danger all of them. */
async function handlersOf(tx: Context, problem: ProblemRow): Promise<string[]> {
  const { assigneeId, stewardIds, kind, centreId } = problem;
  const named = [...stewardIds, ...(assigneeId === null ? [] : [assigneeId])];
  const team = named.length === 0 || kind === 'danger' ? await readHandlers(tx, centreId) : [];
  return [...new Set([...named, ...team])].sort();
}

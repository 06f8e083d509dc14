import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { dayRange } from './day-strip.rules.ts';

/** Why nobody can be told when something is open within an interval, by field. */
export function openTimeProblems({ start, end }: Interval, now: number, mostDays: number): FieldProblem[] {
  const range = dayRange(new Date(now).toISOString());
  const [first, last] = [Date.parse(range.first), Date.parse(range.last)];
  const far = Object.entries({ startsAt: start, endsAt: end }).filter(([, at]) => !(first <= at && at <= last));
  if (far.length > 0) {
    return far.map(([field]) => ({ field, message: { key: 'directory.day', parameters: { ...range } } }));
  }
  if (start >= end) return [{ field: 'endsAt', message: { key: 'directory.windowOrder' } }];
  if (end - start > mostDays * 86_400_000) {
    return [{ field: 'endsAt', message: { key: 'directory.windowLength', parameters: { days: mostDays } } }];
  }
  return [];
}

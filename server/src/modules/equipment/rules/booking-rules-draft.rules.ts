import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';

/** Starts that people can say: whole parts of an hour, or of a day. */
export const grids = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440] as const;

const day = 1440;
/** The least and the most that each number of the rules may be. */
const limits = {
  minimumMinutes: [5, 14 * day],
  maximumMinutes: [5, 14 * day],
  leadMinutes: [0, 30 * day],
  horizonDays: [1, 730],
  bufferBeforeMinutes: [0, day],
  bufferAfterMinutes: [0, day],
} as const satisfies Partial<Record<keyof BookingRules, readonly [number, number]>>;

/** Everything that is wrong with rules that somebody wants to save. */
export function rulesProblems(rules: BookingRules): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, [least, most]] of Object.entries(limits)) {
    const value = rules[field as keyof typeof limits];
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push({ field, message: { key: 'equipment.ruleRange', parameters: { least, most } } });
  }
  if (!(grids as readonly number[]).includes(rules.gridMinutes))
    problems.push({ field: 'gridMinutes', message: { key: 'equipment.ruleGrid' } });
  if (problems.length > 0) return problems;
  if (rules.maximumMinutes < rules.minimumMinutes)
    problems.push({ field: 'maximumMinutes', message: { key: 'equipment.ruleOrder' } });
  if (rules.leadMinutes > rules.horizonDays * day)
    problems.push({ field: 'leadMinutes', message: { key: 'equipment.ruleLead' } });
  return problems;
}

import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import type { Check, Verdict } from '#lib/features/booking/timeline.documents.ts';

type Condition = Check['condition'];

/** What an account, not another time, would change; in the order in which it is seen to. */
const personal = ['SIGNED_IN', 'EMAIL_VERIFIED', 'AUDIENCE'] as const satisfies readonly Condition[];
export type Need = (typeof personal)[number];

const isNeed = (condition: Condition): condition is Need => personal.some((need) => need === condition);

/** A time that may be taken instead, on the equipment of the page. */
export interface OtherTime extends Interval {
  /** Where it is on a unit of its own. */
  readonly unitId?: string;
}

/** The one thing to do next about a picked time. */
export type Step =
  | { readonly kind: 'book' }
  /** Make an account, confirm its address, or belong to those who may book. */
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'take'; readonly time: OtherTime }
  /** Nothing that is known would help at this place. */
  | { readonly kind: 'none' };

/** What is not met, as people are told of it. */
export function failedOf(checks: readonly Check[]): Check[] {
  const failed = checks.filter(({ passed }) => !passed);
  const visitor = failed.some(({ condition }) => condition === 'SIGNED_IN');
  // An account is made with its address confirmed; to say both would be to say one thing twice.
  return failed.filter(({ condition }) => !(visitor && condition === 'EMAIL_VERIFIED'));
}

/** What is missing of the person, whatever the time. */
export const needsOf = (checks: readonly Check[]): Need[] =>
  failedOf(checks)
    .map(({ condition }) => condition)
    .filter(isNeed);

/** Whether the picked time itself is refused, whoever asks. */
export const timeRefused = (checks: readonly Check[]): boolean =>
  failedOf(checks).some(({ condition }) => !isNeed(condition));

/** The time that a check suggests, if any. */
export const suggestedBy = ({ suggestedStart, suggestedEnd }: Check): OtherTime | undefined =>
  suggestedStart && suggestedEnd ? { start: Date.parse(suggestedStart), end: Date.parse(suggestedEnd) } : undefined;

/** The next step: first a time that can be had, then whatever the person lacks, then the booking. */
export function stepOf({ outcome, checks, alternatives }: Omit<Verdict, 'unit'>, equipmentId: string): Step {
  if (outcome !== 'REFUSED') return { kind: 'book' };
  if (timeRefused(checks)) {
    const time = otherTime(checks, alternatives, equipmentId);
    return time ? { kind: 'take', time } : { kind: 'none' };
  }
  const [need] = needsOf(checks);
  return need ? { kind: 'need', need } : { kind: 'none' };
}

/** An alternative here meets every condition, a suggestion of a check only its own. */
function otherTime(
  checks: readonly Check[],
  alternatives: Verdict['alternatives'],
  equipmentId: string,
): OtherTime | undefined {
  const here = alternatives.find(({ equipment }) => equipment.id === equipmentId);
  if (here) return { ...intervalOf(here), unitId: here.unit.id };
  return failedOf(checks).flatMap((check) => (isNeed(check.condition) ? [] : (suggestedBy(check) ?? [])))[0];
}

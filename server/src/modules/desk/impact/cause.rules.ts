import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { CentreOpening } from '../../opening-hours/hours/centre-opening.rules.ts';
import type { Ground } from './ground.rules.ts';

/** What takes time away at a centre. Ids of units, not of equipment, as each is closed for itself. */
export type ImpactCause = { readonly centreId: string } & (
  | {
      readonly kind: 'hours';
      /** Whose hours change: one equipment's, or the centre's where null. */
      readonly equipmentId: string | null;
      readonly replan: (current: CentreOpening) => CentreOpening;
    }
  | {
      readonly kind: 'closure' | 'block' | 'out_of_order';
      readonly unitIds: readonly string[];
      readonly during: Interval;
    }
  /** From a moment on for good. */
  | { readonly kind: 'withdrawal'; readonly unitIds: readonly string[]; readonly from: number }
  /** The person, or the organisation whose bookings they are, and when nothing is given to them. */
  | { readonly kind: 'suspension' | 'end_of_term'; readonly holderId: string; readonly stretches: readonly Interval[] }
  | { readonly kind: 'zone'; readonly zone: string }
);

/** Later than anything is booked. */
export const forGood = Date.UTC(9999, 0, 1);

/** The ground once the cause holds. */
export function groundAfter(before: Ground, cause: ImpactCause): Ground {
  switch (cause.kind) {
    case 'hours':
      return { ...before, openings: cause.replan(before.openings) };
    case 'zone':
      return { ...before, zone: cause.zone };
    case 'withdrawal':
      return { ...before, closed: added(before.closed, cause.unitIds, [{ start: cause.from, end: forGood }]) };
    case 'suspension':
    case 'end_of_term':
      return { ...before, barred: added(before.barred, [cause.holderId], cause.stretches) };
    default:
      return { ...before, closed: added(before.closed, cause.unitIds, [cause.during]) };
  }
}

/** From when on a cause takes time, epoch milliseconds; undefined where it takes single times. */
export function begins(cause: ImpactCause): number | undefined {
  if ('during' in cause) return cause.during.start;
  if (cause.kind === 'withdrawal') return cause.from;
  return 'stretches' in cause ? cause.stretches[0]?.start : undefined;
}

const added = (
  stretches: ReadonlyMap<string, readonly Interval[]>,
  ids: readonly string[],
  more: readonly Interval[],
): ReadonlyMap<string, readonly Interval[]> =>
  new Map([...stretches, ...ids.map((id) => [id, [...(stretches.get(id) ?? []), ...more]] as const)]);

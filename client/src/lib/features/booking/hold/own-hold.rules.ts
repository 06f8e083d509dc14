import { type Interval, overlap } from '@talka/server/shared/time/interval.rules.ts';
import { type ApiInterval, intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import type { Lane, Taken } from '#lib/features/booking/lanes/lanes.rules.ts';

/** What decides which held time on a timeline is the reader's. */
export interface OwnHold extends ApiInterval {
  readonly id: string;
  readonly unit: { readonly id: string };
}

/** Taken time with the reader's hold as theirs; the API does not know a visitor's, as their browser keeps it secret. */
export function withOwn(taken: readonly Taken[], hold: OwnHold | null | undefined): readonly Taken[] {
  if (!hold) return taken;
  const held: Interval = intervalOf(hold);
  const isOwn = (each: Taken) =>
    each.kind === 'HOLD' && each.unit.id === hold.unit.id && overlap(intervalOf(each), held);
  return taken.map((each) => (isOwn(each) ? { ...each, mine: true } : each));
}

/** The lanes with the reader's hold as theirs. */
export const lanesWithOwn = <L extends Lane>(lanes: readonly L[], hold: OwnHold | null | undefined): L[] =>
  lanes.map((lane) => ({ ...lane, occupancies: withOwn(lane.occupancies, hold) }));

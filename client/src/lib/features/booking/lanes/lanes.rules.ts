import { type Interval, overlap } from '@talka/server/shared/time/interval.rules.ts';
import { type ApiInterval, intervalOf } from './api-interval.rules.ts';

/** Taken time of a unit, as the API tells it to this reader. */
export interface Taken extends ApiInterval {
  readonly id: string;
  readonly unit: { readonly id: string };
  readonly kind: 'BOOKING' | 'HOLD' | 'OFFER' | 'MAINTENANCE' | 'CLOSURE' | 'TRAINING' | 'OUTAGE';
  readonly mine: boolean;
  readonly note: string | null;
  /** A request that the staff have yet to answer. */
  readonly waiting: boolean;
  /** Without set-up and clean-up; for the booker and the centre's staff. */
  readonly booking: (ApiInterval & { readonly id: string; readonly booker: { readonly name: string } | null }) | null;
}

/** A unit with its open and its taken time. */
export interface Lane {
  readonly unit: { readonly id: string; readonly name: string; readonly position: number };
  readonly open: readonly ApiInterval[];
  readonly occupancies: readonly Taken[];
}

/** News of an equipment: all that is taken between two moments now. */
export interface LaneChange extends ApiInterval {
  readonly occupancies: readonly Taken[];
}

/**
 * The lanes of an equipment after news of it: what touched the stretch is replaced by what the news tells.
 * Of the news only what touches `shown` is kept.
 */
export function mergeChange<L extends Lane>(lanes: readonly L[], change: LaneChange, shown: Interval): L[] {
  const touched = intervalOf(change);
  const told = new Set(change.occupancies.map(({ id }) => id));
  return lanes.map((lane) => {
    const kept = lane.occupancies.filter((taken) => !told.has(taken.id) && !overlap(intervalOf(taken), touched));
    const now = change.occupancies.filter(
      (taken) => taken.unit.id === lane.unit.id && overlap(intervalOf(taken), shown),
    );
    const occupancies = [...kept, ...now].sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
    return { ...lane, occupancies };
  });
}

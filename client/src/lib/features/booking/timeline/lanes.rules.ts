import { type ApiSpan, overlap, type Span, spanOf, within, without } from './span.rules.ts';

/** Taken time of a unit, as the API tells it to this reader. */
export interface Taken extends ApiSpan {
  readonly id: string;
  readonly unit: { readonly id: string };
  readonly kind: 'BOOKING' | 'MAINTENANCE' | 'CLOSURE' | 'TRAINING';
  readonly mine: boolean;
  readonly note: string | null;
  /** Without set-up and clean-up; for the booker and the centre's staff. */
  readonly booking: (ApiSpan & { readonly id: string; readonly booker: { readonly name: string } | null }) | null;
}

/** A unit with its open and its taken time. */
export interface Lane {
  readonly unit: { readonly id: string; readonly name: string; readonly position: number };
  readonly open: readonly ApiSpan[];
  readonly occupancies: readonly Taken[];
}

/** News of an equipment: all that is taken between two moments now. */
export interface LaneChange extends ApiSpan {
  readonly occupancies: readonly Taken[];
}

/**
 * The lanes of an equipment after news of it: what touched the stretch is replaced by what the news tells.
 * Of the news only what touches `shown` is kept.
 */
export function mergeChange<L extends Lane>(lanes: readonly L[], change: LaneChange, shown: Span): L[] {
  const touched = spanOf(change);
  const told = new Set(change.occupancies.map(({ id }) => id));
  return lanes.map((lane) => {
    const kept = lane.occupancies.filter((taken) => !told.has(taken.id) && !overlap(spanOf(taken), touched));
    const now = change.occupancies.filter((taken) => taken.unit.id === lane.unit.id && overlap(spanOf(taken), shown));
    const occupancies = [...kept, ...now].sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
    return { ...lane, occupancies };
  });
}

/** Time of a lane that is open and not taken from a moment on; the booking being moved does not stand in its own way. */
export function freeStretches(lane: Lane, from: number, moving?: string): Span[] {
  const taken = lane.occupancies.filter(({ booking }) => !moving || booking?.id !== moving).map(spanOf);
  const left = without(lane.open.map(spanOf), taken);
  return left.flatMap((span) => within(span, { start: from, end: Number.POSITIVE_INFINITY }) ?? []);
}

/** What a lane is doing at a moment; times are epoch milliseconds. */
export type LaneState =
  | { readonly kind: 'freeNow' }
  | { readonly kind: 'freeFrom'; readonly at: number }
  | { readonly kind: 'upkeepUntil'; readonly at: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'none' };

/** The state of a lane for a glance: upkeep first, then the next free time that is long enough. */
export function laneState(lane: Lane, now: number, minimum: number, moving?: string): LaneState {
  if (lane.open.length === 0) return { kind: 'closed' };
  const upkeep = lane.occupancies.find(
    (taken) => taken.kind !== 'BOOKING' && overlap(spanOf(taken), { start: now, end: now + 1 }),
  );
  if (upkeep) return { kind: 'upkeepUntil', at: Date.parse(upkeep.endsAt) };
  const next = freeStretches(lane, now, moving).find(({ start, end }) => end - start >= minimum * 60_000);
  if (!next) return { kind: 'none' };
  return next.start <= now ? { kind: 'freeNow' } : { kind: 'freeFrom', at: next.start };
}

export type Stretch = Span & ({ readonly kind: 'free' | 'past' } | { readonly kind: 'taken'; readonly taken: Taken });

/** All stretches of a lane in the order of time, free and taken, for reading as a list. */
export function stretchesOf(lane: Lane, from: number, moving?: string): Stretch[] {
  const free = freeStretches(lane, Number.NEGATIVE_INFINITY, moving).flatMap((span): Stretch[] => {
    if (span.end <= from) return [{ ...span, kind: 'past' }];
    if (span.start >= from) return [{ ...span, kind: 'free' }];
    return [
      { start: span.start, end: from, kind: 'past' },
      { start: from, end: span.end, kind: 'free' },
    ];
  });
  const taken = lane.occupancies.map((taken): Stretch => ({ ...spanOf(taken), kind: 'taken', taken }));
  return [...free, ...taken].sort((one, other) => one.start - other.start);
}

import {
  type FreeStretch,
  type RoomFacts,
  stretchesInRoom,
} from '@talka/server/modules/equipment/availability/room.rules.ts';
import { type Interval, within, without } from '@talka/server/shared/time/interval.rules.ts';
import { intervalOf } from './api-interval.rules.ts';
import type { Lane, Taken } from './lanes.rules.ts';

/** What decides, beside a lane itself, when it is free. */
export interface FreeTimeFacts {
  readonly rules: RoomFacts['rules'];
  /** The moments of the grid in order, epoch milliseconds. */
  readonly moments: readonly number[];
  /** When bookings may begin: after the lead time and before the end of the horizon. */
  readonly limits: Interval;
  /** The booking that is being moved, which does not stand in its own way. */
  readonly moving?: string | undefined;
}

/** When a lane can be booked: exactly the starts that the server accepts. */
export function freeStretches(lane: Lane, { rules, moments, limits, moving }: FreeTimeFacts): FreeStretch[] {
  // Neither a booking that is moved nor what is held for the reader stands in their own way.
  const taken = lane.occupancies.filter(
    ({ booking, kind, mine }) => !(isKept({ kind }) && mine) && (!moving || booking?.id !== moving),
  );
  const facts = { rules, open: lane.open.map(intervalOf), busy: taken.map(intervalOf) };
  return stretchesInRoom(
    facts,
    moments.filter((at) => limits.start <= at && at < limits.end),
  );
}

/** What a stretch of a lane is to somebody who wants to book. */
export type Stretch = Interval &
  (
    | { readonly kind: 'free'; readonly free: FreeStretch }
    | { readonly kind: 'taken'; readonly taken: Taken }
    /** Over, or within the lead time; not bookable yet; too short for a booking with its set-up and clean-up. */
    | { readonly kind: 'past' | 'later' | 'narrow' }
  );

/** All stretches of a lane in the order of time, for reading as a list. */
export function stretchesOf(lane: Lane, free: readonly FreeStretch[], limits: Interval): Stretch[] {
  const taken = lane.occupancies.map((each): Stretch => ({ ...intervalOf(each), kind: 'taken', taken: each }));
  const rest = without(lane.open.map(intervalOf), [...free, ...taken]);
  const parts: readonly (Interval & { readonly kind: 'past' | 'narrow' | 'later' })[] = [
    { start: Number.NEGATIVE_INFINITY, end: limits.start, kind: 'past' },
    { ...limits, kind: 'narrow' },
    { start: limits.end, end: Number.POSITIVE_INFINITY, kind: 'later' },
  ];
  const others = rest.flatMap((interval) =>
    parts.flatMap((part): Stretch[] => {
      const cut = within(interval, part);
      return cut ? [{ ...cut, kind: part.kind }] : [];
    }),
  );
  return [
    ...free.map((each): Stretch => ({ start: each.start, end: each.end, kind: 'free', free: each })),
    ...taken,
    ...others,
  ].sort((one, other) => one.start - other.start);
}

/** Whether people took it, by a booking or while they are about to book; all else is kept from use. */
export const isKept = ({ kind }: Pick<Taken, 'kind'>): boolean => kind === 'HOLD' || kind === 'OFFER';

/** Whether people have it, as a booking or kept for them. */
export const isPeoples = ({ kind }: Pick<Taken, 'kind'>): boolean => kind === 'BOOKING' || isKept({ kind });

/** What a lane is doing at a moment; times are epoch milliseconds. */
export type LaneState =
  | { readonly kind: 'freeNow' }
  | { readonly kind: 'freeFrom'; readonly at: number }
  | { readonly kind: 'upkeepUntil'; readonly at: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'none' };

/** The state of a lane on a day for a glance: upkeep first, then the next start. Free now means at the next grid point. */
export function laneState(
  lane: Lane,
  free: readonly FreeStretch[],
  { day, now, gridMinutes }: { readonly day: Interval; readonly now: number; readonly gridMinutes: number },
): LaneState {
  if (!lane.open.some((open) => within(intervalOf(open), day))) return { kind: 'closed' };
  const from = Math.max(now, day.start);
  const upkeep = lane.occupancies.find(
    (taken) => !isPeoples(taken) && within(intervalOf(taken), { start: from, end: from + 1 }),
  );
  if (upkeep) return { kind: 'upkeepUntil', at: Date.parse(upkeep.endsAt) };
  const next = free.flatMap(({ starts }) => starts).find(({ start }) => start >= from && start < day.end);
  if (!next) return { kind: 'none' };
  const soon = now >= day.start && next.start < now + gridMinutes * 60_000;
  return soon ? { kind: 'freeNow' } : { kind: 'freeFrom', at: next.start };
}

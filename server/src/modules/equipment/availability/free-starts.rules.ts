import { gridStarts } from '../../../shared/time/grid.rules.ts';
import { type Interval, without } from '../../../shared/time/interval.rules.ts';
import { localDayAfter } from '../../../shared/time/local-time.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { keptAway } from './free-time.rules.ts';

const minute = 60_000;

/** A moment at which a booking may begin, and the latest at which it may then end; epoch milliseconds. */
export interface FreeStart {
  readonly start: number;
  readonly until: number;
}

/** One unit as far as it decides when it is free. */
export interface UnitTimeFacts {
  readonly now: number;
  readonly zone: string;
  readonly rules: BookingRules;
  /** When it can be reached, in order and apart; as far as a booking that begins in the window may last. */
  readonly open: readonly Interval[];
  /** What occupies it, buffers inside. */
  readonly busy: readonly Interval[];
}

/** Open time of a unit in which a booking may lie, its own set-up and clean-up kept clear of what occupies the unit. */
export const roomOf = ({ open, busy, rules }: Pick<UnitTimeFacts, 'open' | 'busy' | 'rules'>): Interval[] =>
  without(
    open,
    busy.map((time) => keptAway(time, rules)),
  );

/** When bookings may begin now: after the lead time, and until the last day of the horizon ends. */
export const startLimits = ({ now, zone, rules }: Pick<UnitTimeFacts, 'now' | 'zone' | 'rules'>): Interval => ({
  start: now + rules.leadMinutes * minute,
  end: localDayAfter(zone, now, rules.horizonDays).end,
});

/**
 * Every start within a window that the conditions of a booking accept for this unit, in order: on the grid, after the
 * lead time, before the horizon, with room for the shortest booking and for its buffers.
 */
export function freeStarts(facts: UnitTimeFacts, window: Interval): FreeStart[] {
  const { zone, rules } = facts;
  const limits = startLimits(facts);
  const [from, until] = [Math.max(window.start, limits.start), Math.min(window.end, limits.end)];
  if (from >= until || rules.minimumMinutes > rules.maximumMinutes) return [];
  const room = roomOf(facts);
  const found: FreeStart[] = [];
  let index = 0;
  for (const start of gridStarts(zone, rules.gridMinutes, from, until)) {
    while ((room[index]?.end ?? Number.POSITIVE_INFINITY) < start + rules.minimumMinutes * minute) index += 1;
    const around = room[index];
    if (!around) break;
    if (around.start > start) continue;
    found.push({ start, until: Math.min(around.end, start + rules.maximumMinutes * minute) });
  }
  return found;
}

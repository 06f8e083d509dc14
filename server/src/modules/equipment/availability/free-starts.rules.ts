import { gridStarts } from '../../../shared/time/grid.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { localDayAfter } from '../../../shared/time/local-time.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { type FreeStart, type RoomFacts, startsInRoom } from './room.rules.ts';

/** One unit as far as it decides when it is free; open as far as a booking that begins in the window may last. */
export interface UnitTimeFacts extends RoomFacts {
  readonly now: number;
  readonly zone: string;
  readonly rules: BookingRules;
}

/** When bookings may begin now: after the lead time, and until the last day of the horizon ends. */
export const startLimits = ({
  now,
  zone,
  rules,
}: Pick<UnitTimeFacts, 'now' | 'zone'> & {
  readonly rules: Pick<BookingRules, 'leadMinutes' | 'horizonDays'>;
}): Interval => ({
  start: now + rules.leadMinutes * 60_000,
  end: localDayAfter(zone, now, rules.horizonDays).end,
});

/**
 * Every start within a window that the conditions of a booking accept for this unit, in order: on the grid, after the
 * lead time, before the horizon, with room for the shortest booking and for its buffers.
 */
export function freeStarts(facts: UnitTimeFacts, window: Interval): FreeStart[] {
  const limits = startLimits(facts);
  const [from, until] = [Math.max(window.start, limits.start), Math.min(window.end, limits.end)];
  if (from >= until) return [];
  return startsInRoom(facts, gridStarts(facts.zone, facts.rules.gridMinutes, from, until));
}

import { gridStarts } from '../../../shared/time/grid.rules.ts';
import { type Interval, within } from '../../../shared/time/interval.rules.ts';
import { localDayAfter } from '../../../shared/time/local-time.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { type SoughtInterval, soughtMinutes } from './free-time.rules.ts';
import { type FreeStart, type RoomFacts, startsInRoom, stretchesInRoom } from './room.rules.ts';

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

/** The moments of the grid within a window at which a booking may begin now. */
function momentsIn(facts: UnitTimeFacts, window: Interval): number[] {
  const limits = startLimits(facts);
  const [from, until] = [Math.max(window.start, limits.start), Math.min(window.end, limits.end)];
  return from < until ? gridStarts(facts.zone, facts.rules.gridMinutes, from, until) : [];
}

/**
 * Every start within a window that the conditions of a booking accept for this unit, in order: on the grid, after the
 * lead time, before the horizon, with room for the shortest booking and for its buffers.
 */
export const freeStarts = (facts: UnitTimeFacts, window: Interval): FreeStart[] =>
  startsInRoom(facts, momentsIn(facts, window));

/** How far around a window what is open and busy has to be known, for {@link freeTime} in it. */
export const reachOf = (
  { start, end }: Interval,
  { maximumMinutes }: Pick<BookingRules, 'maximumMinutes'>,
): Interval => ({
  start: start - maximumMinutes * 60_000,
  end: end + maximumMinutes * 60_000,
});

/** The time within a window that can be booked now, by a booking that may begin before it and end after it. */
export function freeTime(facts: UnitTimeFacts, window: Interval): Interval[] {
  const { start } = reachOf(window, facts.rules);
  const stretches = stretchesInRoom(facts, momentsIn(facts, { start, end: window.end }));
  return stretches.flatMap((stretch) => within(stretch, window) ?? []);
}

/** Every start from which a booking of the sought length fits within what is sought, with its latest end there. */
export function soughtStarts(facts: UnitTimeFacts, wanted: SoughtInterval): FreeStart[] {
  const minutes = soughtMinutes(facts.rules, wanted.minutes);
  if (minutes === undefined) return [];
  const open = facts.open.flatMap((each) => within(each, wanted) ?? []);
  return freeStarts({ ...facts, open, rules: { ...facts.rules, minimumMinutes: minutes } }, wanted);
}

/** The first starts of any unit, each with the latest end that some unit allows; no two nearer than `apart` minutes. */
export function firstStarts(byUnit: readonly (readonly FreeStart[])[], most: number, apart: number): FreeStart[] {
  const latest = new Map<number, number>();
  for (const { start, until } of byUnit.flat()) latest.set(start, Math.max(until, latest.get(start) ?? until));
  const chosen: FreeStart[] = [];
  for (const [start, until] of [...latest].sort(([one], [other]) => one - other)) {
    if (chosen.length === most) break;
    const last = chosen.at(-1);
    if (!last || start - last.start >= apart * 60_000) chosen.push({ start, until });
  }
  return chosen;
}

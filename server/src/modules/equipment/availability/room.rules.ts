import { type Interval, without } from '../../../shared/time/interval.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';

// Nothing here knows the calendar of zones, so that a page can decide by it without loading one.
const minute = 60_000;

/** A moment at which a booking may begin, and the latest at which it may then end; epoch milliseconds. */
export interface FreeStart {
  readonly start: number;
  readonly until: number;
}

type Buffers = Pick<BookingRules, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** One unit as far as it decides where a booking fits. */
export interface RoomFacts {
  readonly rules: Buffers & Pick<BookingRules, 'minimumMinutes' | 'maximumMinutes'>;
  /** When it can be reached, in order and apart. */
  readonly open: readonly Interval[];
  /** What occupies it, buffers inside. */
  readonly busy: readonly Interval[];
}

/** Time that a booking cannot touch: clean-up comes before what is busy, set-up after it. */
export const keptAway = ({ start, end }: Interval, rules: Buffers): Interval => ({
  start: start - rules.bufferAfterMinutes * minute,
  end: end + rules.bufferBeforeMinutes * minute,
});

/** Open time of a unit in which a booking may lie, its own set-up and clean-up kept clear of what is busy. */
export const roomOf = ({ open, busy, rules }: RoomFacts): Interval[] =>
  without(
    open,
    busy.map((time) => keptAway(time, rules)),
  );

/** Of moments on the grid (in order) those from which the shortest booking fits, each with its latest end. */
export function startsInRoom(facts: RoomFacts, moments: readonly number[]): FreeStart[] {
  const { minimumMinutes, maximumMinutes } = facts.rules;
  if (minimumMinutes > maximumMinutes) return [];
  const room = roomOf(facts);
  const found: FreeStart[] = [];
  let index = 0;
  for (const start of moments) {
    while ((room[index]?.end ?? Number.POSITIVE_INFINITY) < start + minimumMinutes * minute) index += 1;
    const around = room[index];
    if (!around) break;
    if (around.start > start) continue;
    found.push({ start, until: Math.min(around.end, start + maximumMinutes * minute) });
  }
  return found;
}

/** Time of a unit in which bookings fit, from the first start to the latest end, with every start in it. */
export interface FreeStretch extends Interval {
  readonly starts: readonly FreeStart[];
}

/** When a unit can be booked, by moments on the grid (in order) at which a booking may begin. */
export function stretchesInRoom(facts: RoomFacts, moments: readonly number[]): FreeStretch[] {
  const starts = startsInRoom(facts, moments);
  return roomOf(facts).flatMap((room) => {
    const inside = starts.filter(({ start }) => room.start <= start && start < room.end);
    const [first] = inside;
    return first ? [{ start: first.start, end: Math.max(...inside.map(({ until }) => until)), starts: inside }] : [];
  });
}

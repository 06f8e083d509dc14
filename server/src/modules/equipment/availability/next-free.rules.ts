import type { Interval } from '../../../shared/time/interval.rules.ts';
import { localDayOf } from '../../../shared/time/local-time.rules.ts';
import type { HoldsUntil } from '../../opening-hours/hours/opening-now.rules.ts';
import {
  type FreeTimeFacts,
  freeStretchesByUnit,
  longestStretches,
  nextFreeReach,
  soughtMinutes,
} from './free-time.rules.ts';

const minute = 60_000;

/** How long an answer is kept at most, in milliseconds. */
export const longestKept = 24 * 60 * minute;

/** An answer and while it is true, both moments inside, as long as nothing changes but the clock. */
export interface KeptFree {
  /** The first bookable stretch; its end may lie beyond the reach. */
  readonly free: Interval | undefined;
  readonly holdsFrom: number;
  readonly holdsUntil: number;
}

/** The time that the facts of {@link nextFreeToKeep} have to cover. */
export const keptWindow = (now: number): Interval => ({ start: now, end: now + nextFreeReach + longestKept });

/**
 * The next free stretch of now and until when it will be the same. It ends to be true where the first moment to
 * begin is past (less the lead time), and where there is none, once one comes within reach or a new day opens.
 */
export function nextFreeToKeep(facts: FreeTimeFacts): KeptFree {
  const { now, zone, rules } = facts;
  const latest = now + longestKept;
  const first = longestStretches(freeStretchesByUnit(facts, keptWindow(now)))[0];
  // Midnight moves the horizon; the moment before it is the last of the day.
  const lastOfDay = localDayOf(zone, now).end - 1;
  if (!first) return { free: undefined, holdsFrom: now, holdsUntil: Math.min(latest, lastOfDay) };
  const reachedAt = first.start + (soughtMinutes(rules) ?? 0) * minute - nextFreeReach;
  if (reachedAt > now) return { free: undefined, holdsFrom: now, holdsUntil: Math.min(latest, reachedAt - 1) };
  return { free: first, holdsFrom: now, holdsUntil: Math.min(latest, first.start - rules.leadMinutes * minute) };
}

/** What is told at a moment (epoch milliseconds) of the kept answers that hold then, by the id of their equipment. */
export function toldAt(
  kept: readonly (KeptFree & { readonly id: string })[],
  now: number,
): HoldsUntil<Map<string, Interval | undefined>> {
  const holding = kept.filter(({ holdsFrom, holdsUntil }) => holdsFrom <= now && now <= holdsUntil);
  const told = holding.map(({ id, free }) => [id, free && withinReach(free, now)] as const);
  // An end at the reach moves on with the clock.
  const ends = holding.map(({ free, holdsUntil }) => (free && free.end > now + nextFreeReach ? now : holdsUntil) + 1);
  return { value: new Map(told), until: Math.min(...ends) };
}

/** A kept stretch as it is told at a moment at which it holds. */
export const withinReach = ({ start, end }: Interval, now: number): Interval => ({
  start,
  end: Math.min(end, now + nextFreeReach),
});

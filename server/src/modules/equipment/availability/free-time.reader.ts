import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { localDayFrom, localDayOf } from '../../../shared/time/local-time.rules.ts';
import { openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import type { EquipmentRow } from '../items/equipment.reader.ts';
import type { SoughtTime } from '../search/equipment-filter.rules.ts';
import { loadBusy, type UnitTime } from './busy.reader.ts';
import { type DaySegment, dayStrip } from './day-strip.rules.ts';
import { firstStarts, freeStarts, freeTime, reachOf, soughtStarts, type UnitTimeFacts } from './free-starts.rules.ts';
import { freeIntervalsByUnit, nextFree, nextFreeReach, type SoughtInterval, withMargins } from './free-time.rules.ts';
import type { FreeStart } from './room.rules.ts';
import { type DayShare, dayShares, weekFrom } from './week/week.rules.ts';

type Bookable = Pick<EquipmentRow, 'id' | 'centreId' | 'zone' | 'rules'>;

/** Hours and busy time in an interval; all equipment asked for in the same tick is read in two statements. */
async function loadTime(
  ctx: Context,
  { id, centreId, zone }: Bookable,
  during: Interval,
  margins: Interval,
): Promise<{ open: Interval[]; units: readonly UnitTime[] }> {
  const [openings, units] = await Promise.all([load(ctx, readOpenings, centreId), loadBusy(ctx, id, margins)]);
  if (!openings) return { open: [], units };
  const { opening } = openingOf(openings, id);
  return { open: openIntervals({ ...opening, zone, from: during.start, until: during.end }), units };
}

/** The units of equipment with everything that decides when they are free within a window. */
async function loadUnits(ctx: Context, equipment: Bookable, window: Interval): Promise<UnitTimeFacts[]> {
  const { zone, rules } = equipment;
  const reach = reachOf(window, rules);
  const { open, units } = await loadTime(ctx, equipment, reach, withMargins(reach, rules));
  return units.map(({ busy }) => ({ now: ctx.now.getTime(), zone, rules, open, busy }));
}

/** A local day (YYYY-MM-DD, by default today at the centre) of equipment as segments from midnight to midnight. */
export async function loadDayStrip(ctx: Context, equipment: Bookable, date: string | undefined): Promise<DaySegment[]> {
  const { zone } = equipment;
  const day = date === undefined ? localDayOf(zone, ctx.now.getTime()) : localDayFrom(zone, date);
  const units = await loadUnits(ctx, equipment, day);
  const strips = units.map((unit) => ({ busy: unit.busy, free: freeTime(unit, day) }));
  return dayStrip({ day, open: units[0]?.open ?? [], units: strips });
}

const intervalOf = ({ from, until, minutes }: SoughtTime): SoughtInterval => ({
  start: from.getTime(),
  end: until.getTime(),
  minutes,
});

/** For each unit of equipment the intervals in which the sought time fits. */
export async function loadFreeIntervals(ctx: Context, equipment: Bookable, sought: SoughtTime): Promise<Interval[][]> {
  const wanted = intervalOf(sought);
  const { open, units } = await loadTime(ctx, equipment, wanted, withMargins(wanted, equipment.rules));
  const { zone, rules } = equipment;
  const facts = { now: ctx.now.getTime(), zone, rules, open, units: units.map(({ busy }) => busy) };
  return freeIntervalsByUnit(facts, wanted);
}

/** How many of the first starts are named, and how many minutes lie at least between two of them. */
const mostStarts = 4;
const startsApart = 30;

/** The first starts from which the sought time fits in some unit of equipment. */
export async function loadFirstStarts(ctx: Context, equipment: Bookable, sought: SoughtTime): Promise<FreeStart[]> {
  const wanted = intervalOf(sought);
  const { zone, rules } = equipment;
  const { open, units } = await loadTime(ctx, equipment, wanted, withMargins(wanted, rules));
  const facts = { now: ctx.now.getTime(), zone, rules, open };
  const byUnit = units.map(({ busy }) => soughtStarts({ ...facts, busy }, wanted));
  return firstStarts(byUnit, mostStarts, startsApart);
}

/** A week of equipment from a local day (YYYY-MM-DD, by default today at the centre) on: how long it is open each day, and how much can be booked. */
export async function loadWeek(ctx: Context, equipment: Bookable, date: string | undefined): Promise<DayShare[]> {
  const days = weekFrom(equipment.zone, date ?? localDayOf(equipment.zone, ctx.now.getTime()).date);
  const week = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const units = await loadUnits(ctx, equipment, week);
  return dayShares(
    days,
    units[0]?.open ?? [],
    units.map((unit) => freeTime(unit, week)),
  );
}

/** How many units of equipment can be booked from the next moment of the grid. */
export async function loadFreeNow(ctx: Context, equipment: Bookable): Promise<number> {
  const now = ctx.now.getTime();
  const soon = { start: now, end: now + equipment.rules.gridMinutes * 60_000 };
  const units = await loadUnits(ctx, equipment, soon);
  return units.filter((unit) => freeStarts(unit, soon).length > 0).length;
}

/**
 * The next interval of equipment within two weeks in which a unit can be booked; all asked for in the same tick are
 * read in two statements.
 */
export async function loadNextFree(ctx: Context, equipment: Bookable): Promise<Interval | undefined> {
  const { zone, rules } = equipment;
  const now = ctx.now.getTime();
  const reach = { start: now, end: now + nextFreeReach };
  const { open, units } = await loadTime(ctx, equipment, reach, withMargins(reach, rules));
  return nextFree({ now, zone, rules, open, units: units.map(({ busy }) => busy) });
}

import { type Opening, openIntervals } from '../../../modules/opening-hours/hours/opening.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { instantAt, type LocalDay, localDays, minutesOf } from '../../../shared/time/local-time.rules.ts';
import type { DemoCentre } from '../demonstration-data.rules.ts';
import type { PlannedEquipment } from './demo-equipment.rules.ts';

/** One unit with all that decides when it can be booked. */
export interface DemoUnit {
  readonly id: string;
  readonly position: number;
  readonly equipment: PlannedEquipment;
  readonly centre: DemoCentre;
  readonly opening: Opening;
}

const minute = 60_000;
const dayLength = 1440 * minute;

/** Days before and after today that the demonstration fills. */
export const span = { before: 14, after: 21 };

/** What is taken of units and of people's own time while the demonstration is planned. */
export class DemoCalendar {
  readonly #now: number;
  readonly #taken = new Map<string, Interval[]>();
  readonly #days = new Map<string, readonly LocalDay[]>();
  readonly #open = new Map<Opening, Map<string, Interval[]>>();

  constructor(now: Date) {
    this.#now = now.getTime();
  }

  /** The local days of a zone, `span.before` of them before today and `span.after` after. */
  days(zone: string): readonly LocalDay[] {
    let days = this.#days.get(zone);
    if (!days) {
      const from = this.#now - span.before * dayLength;
      days = localDays(zone, from, this.#now + span.after * dayLength);
      this.#days.set(zone, days);
    }
    return days;
  }

  /** When a unit is open on a local day. */
  open({ opening, centre: { zone } }: DemoUnit, day: LocalDay): Interval[] {
    const known = this.#open.get(opening) ?? new Map<string, Interval[]>();
    this.#open.set(opening, known);
    const found = known.get(day.date) ?? openIntervals({ ...opening, zone, from: day.start, until: day.end });
    known.set(day.date, found);
    return found;
  }

  /** The n-th day after today (before, where negative) on which a unit is open throughout these hours. */
  nthOpen(unit: DemoUnit, n: number, from: string, to: string): Interval {
    const { zone } = unit.centre;
    const days = this.days(zone).filter((day) => (n > 0 ? day.start > this.#now : day.end <= this.#now));
    const fitting = (n > 0 ? days : days.toReversed())
      .map((day) => ({
        start: instantAt(day, minutesOf(from), zone, 'first'),
        end: instantAt(day, minutesOf(to), zone, 'first'),
        open: this.open(unit, day),
      }))
      .filter(({ start, end, open }) => open.some((stretch) => stretch.start <= start && end <= stretch.end));
    const found = fitting[Math.abs(n) - 1];
    if (!found)
      throw new RangeError(`${unit.equipment.type} at ${unit.centre.key} is never open from ${from} to ${to}.`);
    return { start: found.start, end: found.end };
  }

  isFree(key: string, { start, end }: Interval): boolean {
    return !this.#taken.get(key)?.some((other) => start < other.end && other.start < end);
  }

  take(key: string, interval: Interval): void {
    const list = this.#taken.get(key) ?? [];
    list.push(interval);
    this.#taken.set(key, list);
  }
}

/** A booked time with the buffers of its equipment. */
export function withBuffers({ start, end }: Interval, equipment: PlannedEquipment): Interval {
  return {
    start: start - equipment.bufferBeforeMinutes * minute,
    end: end + equipment.bufferAfterMinutes * minute,
  };
}

/** The unit of a centre with a type and position. Throws where there is none. */
export function unitOf(
  units: readonly DemoUnit[],
  wanted: { readonly centre: string; readonly type: string; readonly unit: number },
): DemoUnit {
  const found = units.find(
    ({ centre, equipment, position }) =>
      centre.key === wanted.centre && equipment.type === wanted.type && position === wanted.unit,
  );
  if (!found) throw new Error(`${wanted.centre} has no ${wanted.type} ${wanted.unit}.`);
  return found;
}

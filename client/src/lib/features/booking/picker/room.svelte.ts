import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import { freeStretches, isPeoples } from '#lib/features/booking/lanes/free-time.rules.ts';
import type { Lane } from '#lib/features/booking/lanes/lanes.rules.ts';
import { columnsOf, overBefore } from '#lib/features/booking/timeline/axis.rules.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import type { Pickable, Picking } from './picking.server.ts';

/** What decides where there is room; each is read only where it is needed. */
interface RoomSource {
  readonly picking: Picking;
  readonly equipment: Pickable;
  readonly lanes: readonly Lane[];
  readonly now: number;
  readonly movingId: string | undefined;
}

/** The days of a picker: their grid, their hours, and when each unit can be booked on them. */
export class Room {
  readonly #source: RoomSource;

  constructor(source: RoomSource) {
    this.#source = source;
  }

  readonly days = $derived.by(() => this.#source.picking.days.slice(0, this.#source.picking.shown));
  readonly points = $derived.by(() => {
    const { picking, equipment } = this.#source;
    const points = picking.days.flatMap((day) => gridPoints(day, equipment.rules.gridMinutes));
    // The end of one day is the beginning of the next.
    return points.filter(({ minute }, index) => minute < 1440 || index === points.length - 1);
  });
  readonly #columns = $derived.by(() => {
    const { lanes } = this.#source;
    return columnsOf(this.days, [
      ...lanes.flatMap(({ open }) => open.map(intervalOf)),
      ...lanes.flatMap(({ occupancies }) => occupancies.filter(isPeoples).map(intervalOf)),
    ]);
  });
  /** The hours of today that were over when the page was made: nothing folds while somebody reads. */
  readonly over = $derived.by(() => {
    const { view, now, pick } = this.#source.picking;
    const [day] = this.days;
    if (view === 'week' || !day) return [];
    return this.#columns.slice(0, overBefore(this.#columns, day, Math.min(now, pick?.start ?? now)));
  });
  /** The hours that are drawn. */
  readonly columns = $derived.by(() =>
    this.#source.picking.whole ? this.#columns : this.#columns.slice(this.over.length),
  );
  /** When bookings may begin now. */
  readonly limits = $derived.by(() => ({
    start: this.#source.now + this.#source.equipment.rules.leadMinutes * 60_000,
    end: this.#source.picking.bookableUntil,
  }));
  readonly #free = $derived.by(() => {
    const { lanes, equipment, movingId: moving } = this.#source;
    const moments = this.points.filter(({ minute }) => minute < 1440).map(({ at }) => at);
    const facts = { rules: equipment.rules, moments, limits: this.limits, moving };
    return new Map(lanes.map((lane) => [lane.unit.id, freeStretches(lane, facts)]));
  });

  /** When a unit can be booked. */
  free = (lane: Lane) => this.#free.get(lane.unit.id) ?? [];
}

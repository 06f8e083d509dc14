import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import { on } from 'svelte/events';
import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import type { Lane } from '#lib/features/booking/lanes/lanes.rules.ts';
import { pickAt } from '#lib/features/booking/pick/pick.rules.ts';
import type { Picker } from '#lib/features/booking/picker/picker.svelte.ts';
import { momentAt, stretchOn } from '#lib/features/booking/timeline/axis.rules.ts';
import type { LocalDay } from '#lib/time/local-day.rules.ts';
import { Drag } from './drag.svelte.ts';

export interface LaneSource {
  readonly picker: Picker;
  readonly day: LocalDay;
  readonly lane: Lane;
  /** Time runs downwards. */
  readonly down: boolean;
}

/** What one lane shows on one day, and what a press on it means. */
export class LaneView {
  readonly #source: () => LaneSource;
  readonly drag: Drag;
  #track: HTMLElement | undefined;

  constructor(source: () => LaneSource) {
    this.#source = source;
    this.drag = new Drag(
      source().picker,
      () => source().lane.unit.id,
      (event) => this.#momentOf(event),
    );
  }

  readonly free = $derived.by(() => {
    const { picker, lane } = this.#source();
    return picker.room.free(lane).flatMap((stretch) => {
      const place = this.#placeOf(stretch);
      const first = pickAt(stretch.start, stretch, picker.room.points, picker.rules, lane.unit.id);
      return place && first ? [{ ...stretch, place, first }] : [];
    });
  });
  readonly taken = $derived.by(() =>
    this.#source().lane.occupancies.flatMap((occupancy) => {
      const whole = intervalOf(occupancy);
      // What a booking takes beyond its own time is known to whoever may know the booking.
      const { start, end } = occupancy.booking ? intervalOf(occupancy.booking) : whole;
      const place = this.#placeOf({ start, end });
      if (!place) return [];
      const buffers = [
        { start: whole.start, end: start },
        { start: end, end: whole.end },
      ];
      return [{ occupancy, place, tails: buffers.flatMap((buffer) => this.#placeOf(buffer) ?? []) }];
    }),
  );
  /** The pick where it lies on this lane, with the places of its set-up and clean-up. */
  readonly pick = $derived.by(() => {
    const { picker, lane } = this.#source();
    const shown = this.drag.draft ?? (picker.unitId === lane.unit.id ? picker.pick : null);
    const place = shown && this.#placeOf(shown);
    if (!shown || !place) return undefined;
    const { bufferBeforeMinutes, bufferAfterMinutes } = picker.equipment.rules;
    const buffers = [
      { start: shown.start - bufferBeforeMinutes * 60_000, end: shown.start },
      { start: shown.end, end: shown.end + bufferAfterMinutes * 60_000 },
    ];
    return { shown, place, tails: buffers.flatMap((buffer) => this.#placeOf(buffer) ?? []) };
  });

  /** Keys go to the links inside; a press goes to the moment under it. */
  attach = (track: HTMLElement): (() => void) => {
    this.#track = track;
    const stopDragging = this.drag.attach(track);
    const stopTapping = on(track, 'click', this.#tap);
    return () => {
      stopDragging();
      stopTapping();
    };
  };

  #tap = (event: MouseEvent): void => {
    const { picker, lane } = this.#source();
    if (this.drag.endedDrag) {
      event.preventDefault();
      return;
    }
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest('a.block, [data-part]')) return;
    const link = event.target.closest<HTMLElement>('[data-start]');
    const moment = link && event.detail === 0 ? Number(link.dataset.start) : this.#momentOf(event);
    const stretch = this.free.find(({ start, end }) => start <= moment && moment < end);
    const pick = stretch && pickAt(moment, stretch, picker.room.points, picker.rules, lane.unit.id);
    event.preventDefault();
    if (pick) picker.choose(pick);
    else picker.explain(lane, moment);
  };

  #placeOf(interval: Interval) {
    const { picker, day } = this.#source();
    return stretchOn(picker.room.columns, day, interval);
  }

  #momentOf(event: MouseEvent): number {
    const { picker, day, down } = this.#source();
    const box = this.#track?.getBoundingClientRect();
    if (!box) return day.start;
    const place = down ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
    return momentAt(picker.room.columns, day, place);
  }
}

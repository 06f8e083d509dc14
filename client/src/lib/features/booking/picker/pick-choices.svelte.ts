import type { FreeStart } from '@talka/server/modules/equipment/availability/room.rules.ts';
import { overlap } from '@talka/server/shared/time/interval.rules.ts';
import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import type { Picked } from '#lib/features/booking/pick/pick.rules.ts';
import {
  anyStarts,
  endMoments,
  freeEnds,
  type MomentOption,
  optionOf,
  proposal,
  startMoments,
} from '#lib/features/booking/pick/pick-options.rules.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import { addDays } from '#lib/time/local-day.rules.ts';
import type { Picker } from './picker.svelte.ts';

/** The pick as choices of a form: the free starts of its day with their ends; where nothing is free, all open time. */
export class PickChoices {
  readonly #picker: Picker;
  readonly #t: I18n['t'];
  /** Without scripts the ends cannot follow the beginning, so those of every beginning are offered. */
  scripted = $state(false);

  constructor(picker: Picker, t: I18n['t']) {
    this.#picker = picker;
    this.#t = t;
  }

  readonly #days = $derived.by(() => {
    const { days: known, date } = this.#picker.picking;
    const start = this.#picker.pick?.start;
    const index = known.findIndex((day) =>
      start === undefined ? day.date === date : day.start <= start && start < day.end,
    );
    return known.slice(Math.max(index, 0));
  });
  readonly day = $derived.by(() => this.#days[0]);
  readonly #hours = $derived.by(() => {
    const { day } = this;
    const open = this.#picker.lanes.flatMap((lane) => lane.open.map(intervalOf));
    return day ? open.filter((interval) => overlap(interval, day)) : [];
  });
  /** On a closed day the whole day may be chosen, so that the verdict can say why not. */
  readonly #open = $derived.by(() => (this.#hours.length > 0 || !this.day ? this.#hours : [this.day]));
  readonly #free = $derived.by((): FreeStart[] => {
    const { lanes, pick } = this.#picker;
    const wanted = pick?.unitId ? lanes.filter(({ unit }) => unit.id === pick.unitId) : lanes;
    const byLane = wanted.map((lane) => this.#picker.room.free(lane).flatMap(({ starts }) => starts));
    return this.day ? anyStarts(byLane, this.day) : [];
  });
  /** What the fields say before anything is picked: the time a booking has now, else the first free one. */
  readonly draft = $derived.by((): Picked | undefined => {
    const { day } = this;
    const { pick, moving, rules } = this.#picker;
    const { points } = this.#picker.room;
    if (pick || !day) return pick ?? undefined;
    const time = moving && intervalOf(moving);
    if (moving && time && overlap(time, day)) return { ...time, unitId: moving.unit.id };
    return proposal(points, day, this.#hours, this.#free, rules);
  });
  readonly starts = $derived.by(() => {
    const { day, draft } = this;
    if (!day) return [];
    const free = this.#free.map(({ start }) => start);
    return this.#choices(
      free.length > 0 ? free : startMoments(this.#picker.room.points, day, this.#open),
      draft?.start,
    );
  });
  readonly ends = $derived.by(() => {
    const { day, draft, scripted } = this;
    const { rules } = this.#picker;
    const { points } = this.#picker.room;
    if (!day) return [];
    const free = scripted ? this.#free.find(({ start }) => start === draft?.start) : undefined;
    const start = scripted ? draft?.start : undefined;
    const ends = free ? freeEnds(points, free, rules) : endMoments(points, day, { rules, open: this.#open, start });
    return this.#choices(ends, draft?.end);
  });

  /** The value of the field that shows a moment. */
  valueAt = (options: readonly MomentOption[], at: number | undefined): string =>
    options.find((option) => option.at === at)?.value ?? '';

  change = (values: Partial<Picked>): void => {
    if (this.draft) this.#picker.choose({ ...this.draft, ...values });
  };
  /** Another beginning keeps the length as far as it is free. */
  changeStart = (value: string): void => {
    const { draft } = this;
    const start = this.starts.find((option) => option.value === value)?.at;
    if (!draft || start === undefined) return;
    const free = this.#free.find((each) => each.start === start);
    const wished = start + (draft.end - draft.start);
    const ends = free ? freeEnds(this.#picker.room.points, free, this.#picker.rules) : [wished];
    this.change({
      start,
      end: ends.includes(wished) ? wished : (ends.findLast((end) => end <= wished) ?? ends[0] ?? wished),
    });
  };
  changeEnd = (value: string): void => {
    const end = this.ends.find((option) => option.value === value)?.at;
    if (end !== undefined) this.change({ end });
  };
  /** The address of the same choice on another day; nothing where it is this one. */
  queryOn = (date: string): string | undefined => {
    const { draft, day } = this;
    if (!date || date === day?.date) return undefined;
    const query = new URLSearchParams({ date });
    if (this.#picker.picking.view === 'week') query.set('view', 'week');
    if (this.#picker.pick && draft) {
      const [from, until] = [draft.start, draft.end].map((at) => optionOf(at, this.#days));
      query.set('from', from?.clock ?? '');
      query.set('to', until ? (until.nextDay ? `${addDays(date, 1)}T` : '') + until.clock : '');
      if (draft.unitId) query.set('unit', draft.unitId);
    }
    return `?${query}`;
  };

  /** The choices with the picked moment among them, though it may lie off the grid or be taken. */
  #choices(moments: readonly number[], picked: number | undefined) {
    const all = picked === undefined || moments.includes(picked) ? moments : [...moments, picked].sort((a, b) => a - b);
    return all.map((at) => optionOf(at, this.#days)).map((option) => ({ ...option, label: this.#label(option) }));
  }

  #label({ clock, nextDay, repeated }: MomentOption): string {
    if (repeated) return this.#t('booking.form.secondTime', { clock });
    return nextDay ? this.#t('booking.form.nextDay', { clock }) : clock;
  }
}

import { overlap } from '@talka/server/shared/time/interval.rules.ts';
import { lanesWithOwn, withOwn } from '#lib/features/booking/hold/own-hold.rules.ts';
import { unitName } from '#lib/features/booking/labels.ts';
import { nearestPick, type Obstacle, obstacleAt } from '#lib/features/booking/lanes/answer.rules.ts';
import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import { type Lane, type LaneChange, mergeChange } from '#lib/features/booking/lanes/lanes.rules.ts';
import { pickQuery } from '#lib/features/booking/pick/address.rules.ts';
import type { Picked, PickRules } from '#lib/features/booking/pick/pick.rules.ts';
import { needsOf, type OtherTime, stepOf } from '#lib/features/booking/verdict/step.rules.ts';
import { isBarred } from '#lib/features/equipment/usable.rules.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import { goto } from '$app/navigation';
import { Judge } from './judge.svelte.ts';
import type { Moving, Pickable, Picking } from './picking.server.ts';
import { Room } from './room.svelte.ts';

/** What the page gives to the picker; read anew whenever the page loads other data. */
export interface PickerSource {
  readonly picking: Picking;
  readonly equipment: Pickable;
  readonly moving?: Moving | undefined;
}

/** The time being picked on a timeline, kept true by live news, with the verdict of the API. */
export class Picker {
  readonly #source: () => PickerSource;
  readonly #i18n: Pick<I18n, 't' | 'format'>;
  /** When each unit can be booked. */
  readonly room = new Room(this);
  readonly judge = new Judge(this, () => this.#sayVerdict());

  lanes = $derived.by(() => lanesWithOwn(this.#source().picking.lanes, this.held));
  pick = $derived.by(() => this.#source().picking.pick);
  problem = $derived.by(() => this.#source().picking.problem);
  now = $derived.by(() => this.#source().picking.now);
  /** The picked time is about to be held for the reader, so that news of it are their own. */
  holding = $derived.by(() => {
    void this.#source().picking;
    return false;
  });
  /** What was taken while the page was open, by its ids. */
  arrived = $state.raw<ReadonlySet<string>>(new Set());
  /** Why nothing can be picked where somebody pressed last, with the nearest time on that unit that can. */
  answer = $state.raw<{ readonly obstacle: Obstacle; readonly nearest: OtherTime | undefined }>();
  /** What a screen reader is told, politely. */
  spoken = $state('');

  constructor(source: () => PickerSource, i18n: Pick<I18n, 't' | 'format'>) {
    this.#source = source;
    this.#i18n = i18n;
  }

  get equipment() {
    return this.#source().equipment;
  }
  get moving() {
    return this.#source().moving;
  }
  get movingId() {
    return this.moving?.id;
  }
  /** What is held for the reader here. */
  get held() {
    return this.picking.held;
  }
  get picking() {
    return this.#source().picking;
  }
  get zone() {
    return this.equipment.centre.zone;
  }
  /** Free time is not the reader's to have as things are. */
  readonly locked = $derived.by(() => isBarred(this.equipment));
  /** The rules of the equipment; a booking that is moved keeps its length at first. */
  readonly rules = $derived.by((): PickRules => {
    const { moving, equipment } = this;
    if (!moving) return equipment.rules;
    const { start, end } = intervalOf(moving);
    return { ...equipment.rules, usualMinutes: Math.round((end - start) / 60_000) };
  });
  /** The unit on which the pick is drawn. */
  readonly unitId = $derived.by(() => {
    const { pick } = this;
    if (!pick) return undefined;
    const free = () =>
      this.lanes.find((lane) => this.room.free(lane).some(({ start, end }) => start <= pick.start && pick.end <= end));
    return pick.unitId ?? this.judge.verdict?.unit?.id ?? free()?.unit.id ?? this.lanes[0]?.unit.id;
  });
  /** What to do next about the pick. */
  readonly step = $derived.by(() => this.judge.verdict && stepOf(this.judge.verdict, this.equipment.id));
  /** What is missing of the person, in words. */
  readonly missing = $derived.by(() => {
    const { t, format } = this.#i18n;
    return format.list(needsOf(this.judge.verdict?.checks ?? []).map((need) => t(`booking.need.${need}`)));
  });
  /** The address of the pick, for links and forms. */
  readonly query = $derived.by(() => this.queryOf(this.pick));

  queryOf(pick: Picked | null): string {
    const view: Record<string, string> = this.picking.view === 'week' ? { view: 'week' } : {};
    return pick
      ? pickQuery(pick, this.picking.days, view)
      : new URLSearchParams({ date: this.picking.date, ...view }).toString();
  }

  /** Picks another time, or none; the address follows and the API is asked. */
  choose(pick: Picked | null): void {
    const unitId = this.moving?.unit.id ?? null;
    this.pick = pick && { ...pick, unitId: this.equipment.units.length === 1 ? unitId : (pick.unitId ?? unitId) };
    this.problem = undefined;
    this.judge.overtaken = false;
    this.answer = undefined;
    void goto(`?${this.query}`, { shallow: true, replace: true });
    if (this.pick) this.#sayPick(this.pick);
    this.judge.ask({ because: 'choice' });
  }

  /** Answers a press on time that cannot be picked. */
  explain(lane: Lane, moment: number): void {
    const { now, room, rules } = this;
    const nearest = nearestPick(moment, room.free(lane), room.points, rules, lane.unit.id);
    this.answer = {
      obstacle: obstacleAt(lane, moment, { now, limits: room.limits }),
      nearest: nearest && { start: nearest.start, end: nearest.end, unitId: lane.unit.id },
    };
  }

  /** Takes in live news of the equipment. */
  receive(change: LaneChange): void {
    const { pick, room } = this;
    const [first, last] = [room.days[0], room.days.at(-1)];
    const touched = intervalOf(change);
    const news = { ...change, occupancies: withOwn(change.occupancies, this.held) };
    const known = new Set(this.lanes.flatMap(({ occupancies }) => occupancies.map(({ id }) => id)));
    this.arrived = new Set(news.occupancies.map(({ id }) => id)).difference(known);
    this.lanes = mergeChange(this.lanes, news, this.picking.known);
    if (pick && overlap(pick, touched)) {
      if (!this.holding) this.judge.ask({ because: 'news', rested: true });
    } else if (first && last && overlap(touched, { start: first.start, end: last.end })) {
      this.spoken = this.#i18n.t('booking.spoken.changed', { time: this.timeOf(touched) });
    }
  }

  /** Takes in other opening hours; all units of an equipment are open together. */
  receiveHours(open: Lane['open']): void {
    this.lanes = this.lanes.map((lane) => ({ ...lane, open: [...open] }));
    this.spoken = this.#i18n.t('booking.spoken.hours');
    if (this.pick) this.judge.ask({ because: 'news', rested: true });
  }

  timeOf({ start, end }: { start: number; end: number }): string {
    return this.#i18n.format.range(start, end, { zone: this.zone });
  }

  /** Asks again, as after a refusal. */
  again = () => this.judge.ask({ because: 'choice', rested: true });

  /** Loads the page anew with what is picked now, which its address names but its data does not know. */
  reload(): void {
    void goto(`?${this.query}`, { replace: true, reset: false, invalidate: ['talka:timeline'] });
  }

  #sayPick(pick: Picked): void {
    const unit = this.equipment.units.find(({ id }) => id === pick.unitId);
    const words = { hasUnit: unit ? 'yes' : 'no', unit: unit ? unitName(this.#i18n, unit) : '' };
    this.spoken = this.#i18n.t('booking.spoken.picked', { time: this.timeOf(pick), ...words });
  }

  #sayVerdict(): void {
    const { pick, judge } = this;
    if (!pick) return;
    const word = judge.overtaken ? 'overtaken' : (judge.outcome ?? 'refused');
    this.spoken = this.#i18n.t(`booking.spoken.${word}`, { time: this.timeOf(pick), what: this.missing });
  }
}

import { overlap } from '@talka/server/shared/time/interval.rules.ts';
import { lanesWithOwn, withOwn } from '#lib/features/booking/hold/own-hold.rules.ts';
import { nearestPick, type Obstacle, obstacleAt } from '#lib/features/booking/timeline/answer.rules.ts';
import { intervalOf } from '#lib/features/booking/timeline/api-interval.rules.ts';
import { columnsOf } from '#lib/features/booking/timeline/axis.rules.ts';
import { freeStretches, isPeoples } from '#lib/features/booking/timeline/free-time.rules.ts';
import { type Lane, type LaneChange, mergeChange } from '#lib/features/booking/timeline/lanes.rules.ts';
import { CheckBooking } from '#lib/features/booking/timeline.documents.ts';
import { needsOf, type OtherTime, stepOf, timeRefused } from '#lib/features/booking/verdict/step.rules.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import { goto } from '$app/navigation';
import { pickQuery } from './address.rules.ts';
import type { Picked, PickRules } from './pick.rules.ts';
import type { Moving, Pickable, Picking } from './picking.server.ts';

/** What the page gives to the picker; read anew whenever the page loads other data. */
export interface PickerSource {
  readonly picking: Picking;
  readonly equipment: Pickable;
  readonly moving?: Moving | undefined;
}

/** Waits until somebody stops moving the pick before the API is asked. */
const settle = 250;

/** The time being picked on a timeline, kept true by live news, with the verdict of the API. */
export class Picker {
  readonly #source: () => PickerSource;
  readonly #i18n: Pick<I18n, 't' | 'format'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  lanes = $derived.by(() => lanesWithOwn(this.#source().picking.lanes, this.held));
  pick = $derived.by(() => this.#source().picking.pick);
  verdict = $derived.by(() => this.#source().picking.verdict);
  problem = $derived.by(() => this.#source().picking.problem);
  now = $derived.by(() => this.#source().picking.now);
  /** The verdict does not belong to the pick yet. */
  waiting = $state(false);
  /** The picked time was taken by somebody else while this page was open; what is loaded since knows better. */
  overtaken = $derived.by(() => this.#unlessLoaded());
  /** The picked time is about to be held for the reader, so that news of it are their own. */
  holding = $derived.by(() => this.#unlessLoaded());
  /** Why nothing can be picked where somebody pressed last, with the nearest time on that unit that can. */
  answer = $state.raw<{ readonly obstacle: Obstacle; readonly nearest: OtherTime | undefined }>();
  /** The API could not be asked. */
  unreachable = $state(false);
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
    return this.#source().picking.held;
  }
  get picking() {
    return this.#source().picking;
  }
  /** The rules of the equipment; a booking that is moved keeps its length at first. */
  readonly rules = $derived.by((): PickRules => {
    const { moving, equipment } = this;
    if (!moving) return equipment.rules;
    const { start, end } = intervalOf(moving);
    return { ...equipment.rules, usualMinutes: Math.round((end - start) / 60_000) };
  });
  get zone() {
    return this.equipment.centre.zone;
  }
  readonly days = $derived.by(() => this.picking.days.slice(0, this.picking.shown));
  readonly points = $derived.by(() => {
    const points = this.picking.days.flatMap((day) => gridPoints(day, this.equipment.rules.gridMinutes));
    // The end of one day is the beginning of the next.
    return points.filter(({ minute }, index) => minute < 1440 || index === points.length - 1);
  });
  readonly columns = $derived.by(() =>
    columnsOf(this.days, [
      ...this.lanes.flatMap(({ open }) => open.map(intervalOf)),
      ...this.lanes.flatMap(({ occupancies }) => occupancies.filter(isPeoples).map(intervalOf)),
    ]),
  );
  /** When bookings may begin now. */
  readonly limits = $derived.by(() => ({
    start: this.now + this.equipment.rules.leadMinutes * 60_000,
    end: this.picking.bookableUntil,
  }));
  readonly #free = $derived.by(() => {
    const { limits, movingId: moving } = this;
    const { rules } = this.equipment;
    const moments = this.points.filter(({ minute }) => minute < 1440).map(({ at }) => at);
    const facts = { rules, moments, limits, moving };
    return new Map(this.lanes.map((lane) => [lane.unit.id, freeStretches(lane, facts)]));
  });
  /** The unit on which the pick is drawn. */
  readonly unitId = $derived.by(() => {
    const { pick } = this;
    if (!pick) return undefined;
    const free = () =>
      this.lanes.find((lane) => this.free(lane).some(({ start, end }) => start <= pick.start && pick.end <= end));
    return pick.unitId ?? this.verdict?.unit?.id ?? free()?.unit.id ?? this.lanes[0]?.unit.id;
  });
  /** What to do next about the pick. */
  readonly step = $derived.by(() => this.verdict && stepOf(this.verdict, this.equipment.id));
  /** What the verdict comes to: yes, once the person has what is missing, or not at this time. */
  readonly outcome = $derived.by(() => {
    const { verdict } = this;
    if (verdict?.outcome !== 'REFUSED') return verdict && ('allowed' as const);
    return timeRefused(verdict.checks) ? ('refused' as const) : ('needs' as const);
  });
  /** What is missing of the person, in words. */
  readonly missing = $derived.by(() => {
    const { t, format } = this.#i18n;
    return format.list(needsOf(this.verdict?.checks ?? []).map((need) => t(`booking.need.${need}`)));
  });
  /** The address of the pick, for links and forms. */
  readonly query = $derived.by(() => this.queryOf(this.pick));

  /** When a unit can be booked. */
  free = (lane: Lane) => this.#free.get(lane.unit.id) ?? [];

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
    this.overtaken = false;
    this.answer = undefined;
    void goto(`?${this.query}`, { shallow: true, replace: true });
    if (pick) this.spoken = this.#i18n.t('booking.spoken.picked', { time: this.timeOf(pick) });
    this.#ask(settle, 'choice');
  }

  /** Answers a press on time that cannot be picked. */
  explain(lane: Lane, moment: number): void {
    const { now, limits, points, rules } = this;
    const nearest = nearestPick(moment, this.free(lane), points, rules, lane.unit.id);
    this.answer = {
      obstacle: obstacleAt(lane, moment, { now, limits }),
      nearest: nearest && { start: nearest.start, end: nearest.end, unitId: lane.unit.id },
    };
  }

  /** Takes in live news of the equipment. */
  receive(change: LaneChange): void {
    const { days, pick } = this;
    const { known } = this.picking;
    const [first, last] = [days[0], days.at(-1)];
    const touched = intervalOf(change);
    this.lanes = mergeChange(this.lanes, { ...change, occupancies: withOwn(change.occupancies, this.held) }, known);
    if (pick && overlap(pick, touched)) {
      if (!this.holding) this.#ask(0, 'news');
    } else if (first && last && overlap(touched, { start: first.start, end: last.end })) {
      this.spoken = this.#i18n.t('booking.spoken.changed', { time: this.timeOf(touched) });
    }
  }

  /** Takes in other opening hours; all units of an equipment are open together. */
  receiveHours(open: Lane['open']): void {
    this.lanes = this.lanes.map((lane) => ({ ...lane, open: [...open] }));
    this.spoken = this.#i18n.t('booking.spoken.hours');
    if (this.pick) this.#ask(0, 'news');
  }

  timeOf({ start, end }: { start: number; end: number }): string {
    return this.#i18n.format.range(start, end, { zone: this.zone });
  }

  /** Asks again, as after a refusal. */
  again = () => this.#ask(0, 'choice');

  /** Loads the page anew with what is picked now, which its address names but its data does not know. */
  reload(): void {
    void goto(`?${this.query}`, { replace: true, reset: false, invalidate: ['talka:timeline'] });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  #unlessLoaded(): boolean {
    void this.#source().picking;
    return false;
  }

  #ask(after: number, because: 'choice' | 'news'): void {
    this.stop();
    this.waiting = this.pick !== null;
    if (!this.pick) this.verdict = undefined;
    else this.#timer = setTimeout(() => this.#answer(this.#asked, because), after);
  }

  async #answer(asked: number, because: 'choice' | 'news'): Promise<void> {
    const { pick } = this;
    if (!pick) return;
    const { browserApi } = await import('#lib/api/browser.ts');
    const variables = {
      equipmentId: this.equipment.id,
      unitId: pick.unitId,
      startsAt: new Date(pick.start).toISOString(),
      endsAt: new Date(pick.end).toISOString(),
      movingId: this.movingId ?? null,
      holdId: this.held?.id ?? null,
    };
    const { data } = await browserApi().query(CheckBooking, variables).toPromise();
    if (asked !== this.#asked) return;
    if (variables.holdId !== (this.held?.id ?? null)) return this.#ask(0, because);
    this.waiting = false;
    this.unreachable = !data;
    this.verdict = data?.checkBooking;
    if (!data) return;
    const taken = data.checkBooking.checks.some(({ condition, passed }) => condition === 'SLOT_FREE' && !passed);
    this.overtaken = taken && (this.overtaken || because === 'news');
    const word = this.overtaken ? 'overtaken' : (this.outcome ?? 'refused');
    this.spoken = this.#i18n.t(`booking.spoken.${word}`, { time: this.timeOf(pick), what: this.missing });
  }
}

import { nearestStarts } from '../../../shared/time/grid.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { freeStarts } from '../../equipment/availability/free-starts.rules.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { minute, type RequestFacts } from '../conditions/condition.rules.ts';
import type { OpeningFacts } from '../conditions/opening-hours/opening-hours.rules.ts';

/** How an alternative differs from what was wanted. */
export const alternativeKinds = ['other_unit', 'other_time', 'other_centre'] as const;
export type AlternativeKind = (typeof alternativeKinds)[number];

/** Where else, or at what other time, the same need can be met; the wanted equipment is one of the places. */
export interface AlternativePlace
  extends Pick<RequestFacts, 'zone' | 'rules'>,
    Pick<OpeningFacts, 'opening'>,
    Readonly<Record<'equipmentId' | 'centreId', string>> {
  /** Kilometres from the wanted equipment's centre; null where unknown. */
  readonly distance: number | null;
  readonly units: readonly { readonly id: string; readonly busy: readonly Interval[] }[];
}

export interface AlternativeSearch extends Interval {
  readonly now: number;
  /** The wanted time. */
  readonly start: number;
  readonly end: number;
  /** One unit only was wanted. */
  readonly unitId: string | undefined;
  readonly equipmentId: string;
  readonly centreId: string;
  /** Where to look, and for what is occupied there it is known. */
  readonly window: Interval;
}

/** A time at which a unit can be booked, epoch milliseconds. */
export interface Alternative extends Interval {
  readonly equipmentId: string;
  readonly unitId: string;
  readonly distance: number | null;
  readonly kind: AlternativeKind;
}

/** How many of each kind are worth a person's attention. */
const most: Record<AlternativeKind, number> = { other_unit: 2, other_time: 3, other_centre: 3 };

/** What an hour of waiting weighs against kilometres of way. */
const kilometresAnHour = 10;
/** A centre that is not on the map is taken to be across the town. */
const unknownDistance = 15;

/** Where else or when else the need can be met: other units first, then other times, then other centres. */
export function alternatives(search: AlternativeSearch, places: readonly AlternativePlace[]): Alternative[] {
  const here = places.filter((place) => place.centreId === search.centreId);
  const wanted = here.filter((place) => place.equipmentId === search.equipmentId);
  return [
    ...otherUnits(search, here),
    ...wanted.flatMap((place) => otherTimes(search, place)),
    ...otherCentres(
      search,
      places.filter((place) => place.centreId !== search.centreId),
    ),
  ];
}

/** At the wanted time, another unit of the equipment or equipment of the same type beside it. */
function otherUnits(search: AlternativeSearch, here: readonly AlternativePlace[]): Alternative[] {
  const { window, start } = search;
  const then = { start: Math.max(window.start, start), end: Math.min(window.end, start + 1) };
  const found = here.flatMap((place) =>
    slotsByUnit({ ...search, window: then }, place)
      .filter(({ unitId, starts }) => unitId !== search.unitId && starts.includes(search.start))
      .map(({ unitId }) => alternative('other_unit', search, place, unitId, search.start)),
  );
  return found.slice(0, most.other_unit);
}

/** The nearest other times of the wanted equipment, on the wanted unit where one was. */
function otherTimes(search: AlternativeSearch, place: AlternativePlace): Alternative[] {
  const units = slotsByUnit(search, place).filter(({ unitId }) => !search.unitId || unitId === search.unitId);
  const unitAt = new Map(units.toReversed().flatMap(({ unitId, starts }) => starts.map((start) => [start, unitId])));
  const starts = [...unitAt.keys()].filter((start) => start !== search.start);
  return nearestStarts(starts, search.start, durationAt(search, place), most.other_time).flatMap((start) => {
    const unitId = unitAt.get(start);
    return unitId === undefined ? [] : [alternative('other_time', search, place, unitId, start)];
  });
}

/** The nearest time in each other centre; of these the least way and waiting first. */
function otherCentres(search: AlternativeSearch, elsewhere: readonly AlternativePlace[]): Alternative[] {
  const cost = ({ start, distance }: Alternative) =>
    (distance ?? unknownDistance) + (Math.abs(start - search.start) / 3_600_000) * kilometresAnHour;
  const nearest = elsewhere.flatMap((place) => {
    const slots = slotsByUnit(search, place).flatMap(({ unitId, starts }) => {
      const [start] = nearestStarts(starts, search.start, 0, 1);
      return start === undefined ? [] : [alternative('other_centre', search, place, unitId, start)];
    });
    return slots.toSorted((a, b) => cost(a) - cost(b)).slice(0, 1);
  });
  return nearest.toSorted((a, b) => cost(a) - cost(b)).slice(0, most.other_centre);
}

/** As long as wanted, as far as the equipment's rules let. */
const durationAt = ({ start, end }: Interval, { rules }: AlternativePlace): number =>
  Math.max(rules.minimumMinutes * minute, Math.min(end - start, rules.maximumMinutes * minute));

function slotsByUnit(search: AlternativeSearch, place: AlternativePlace): { unitId: string; starts: number[] }[] {
  const { now, window } = search;
  const { zone, rules, opening, units } = place;
  const duration = durationAt(search, place);
  const open = openIntervals({ ...opening, zone, from: window.start, until: window.end + duration });
  return units.map(({ id, busy }) => {
    const starts = freeStarts({ now, zone, rules, open, busy }, window);
    return { unitId: id, starts: starts.flatMap(({ start, until }) => (until - start >= duration ? [start] : [])) };
  });
}

const alternative = (
  kind: AlternativeKind,
  search: AlternativeSearch,
  place: AlternativePlace,
  unitId: string,
  start: number,
): Alternative => ({
  kind,
  equipmentId: place.equipmentId,
  unitId,
  start,
  end: start + durationAt(search, place),
  distance: place.centreId === search.centreId ? null : place.distance,
});

import { addDays, mondayOf } from '#lib/time/local-day.rules.ts';

/** From how many days before its end a post says how many are left. */
const soon = 7;

/** The whole days until a post ends, both YYYY-MM-DD; undefined where that is far, none is set, or it has passed. */
export function daysLeft(lastDay: string | null, today: string): number | undefined {
  if (!lastDay || lastDay < today || lastDay > addDays(today, soon)) return undefined;
  return Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000);
}

/** Things of one week, in their order. */
export interface Week<Thing> {
  /** Its Monday, YYYY-MM-DD. */
  readonly monday: string;
  readonly things: readonly Thing[];
}

/** Things under the weeks in which their days fall. */
export function byWeek<Thing>(things: readonly Thing[], dayOf: (thing: Thing) => string): Week<Thing>[] {
  const weeks = Map.groupBy(things, (thing) => mondayOf(dayOf(thing)));
  return [...weeks].map(([monday, each]) => ({ monday, things: each }));
}

import { type ApiInterval, intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import { dateIn, daysOf } from '#lib/time/local-days.server.ts';
import { slotQuery } from './address.rules.ts';
import { endFor, type PickRules } from './pick.rules.ts';

/** Equipment on which a free stretch was found. */
interface Found {
  readonly centre: { readonly zone: string };
  readonly rules: PickRules & { readonly gridMinutes: number };
}

/** A free stretch with the booking that it suggests: from its first grid point, as long as asked or about an hour. */
export function slotOf(stretch: ApiInterval, { centre, rules }: Found, minutes: number | undefined) {
  const { start, end } = intervalOf(stretch);
  const days = daysOf(centre.zone, dateIn(centre.zone, start), 2);
  const points = days.flatMap((day) => gridPoints(day, rules.gridMinutes));
  const first = points.find(({ at }) => at >= start)?.at ?? start;
  const wanted = minutes ? { minimumMinutes: minutes, maximumMinutes: minutes } : rules;
  const pick = {
    startsAt: new Date(first).toISOString(),
    endsAt: new Date(endFor(first, points, wanted, end)).toISOString(),
  };
  return { ...stretch, pick, query: slotQuery(pick) };
}

import type { RequestEvent } from '@sveltejs/kit';
import { CheckBooking, Timeline } from '#lib/features/booking/timeline.documents.ts';
import { mondayOf, readDate } from '#lib/time/local-day.rules.ts';
import { dateIn, daysOf } from '#lib/time/local-days.server.ts';
import { readInstant, readPick } from './address.rules.ts';
import type { PickRules } from './pick.rules.ts';

/** What a page needs to know of an equipment to let somebody pick a time. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly centre: { readonly zone: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly rules: PickRules & {
    readonly gridMinutes: number;
    readonly leadMinutes: number;
    readonly horizonDays: number;
  };
}

/** A booking whose time is being changed. */
export interface Moving {
  readonly id: string;
  readonly unit: { readonly id: string };
  readonly startsAt: string;
  readonly endsAt: string;
}

export type Picking = Awaited<ReturnType<typeof loadPicking>>;

/**
 * The timeline of an equipment on the day or week of the address, the time picked there and its verdict.
 * The address may carry `date`, `view=week`, and `from`, `to`, `unit` of a pick.
 */
export async function loadPicking(
  event: RequestEvent & { depends(name: `${string}:${string}`): void },
  equipment: Pickable,
  moving?: Moving,
) {
  event.depends('talka:timeline');
  const { locals, url } = event;
  const { zone } = equipment.centre;
  const now = Date.now();
  const from = readInstant(url.searchParams.get('from'));
  const fallback = from ?? (moving ? Math.max(Date.parse(moving.startsAt), now) : now);
  const today = dateIn(zone, now);
  const date = (from === undefined && readDate(url.searchParams.get('date'))) || dateIn(zone, fallback);
  const view = url.searchParams.get('view') === 'week' ? 'week' : 'day';
  const shown = view === 'week' ? 7 : 1;
  // One day more than is drawn, as a booking may end after midnight.
  const days = daysOf(zone, view === 'week' ? mondayOf(date) : date, shown + 1);
  const unitIds = equipment.units.map(({ id }) => id);
  const asked = readPick(url.searchParams, days.slice(days.findIndex((day) => day.date === date)), unitIds);
  // A booking that is moved keeps its unit unless another is chosen.
  const pick = asked.pick && { ...asked.pick, unitId: asked.pick.unitId ?? moving?.unit.id ?? null };
  const [{ timeline }, verdict] = await Promise.all([
    locals.graphql.query(Timeline, {
      equipmentId: equipment.id,
      startsAt: new Date(days[0]?.start ?? now).toISOString(),
      endsAt: new Date(days[shown - 1]?.end ?? now).toISOString(),
    }),
    pick &&
      locals.graphql.query(CheckBooking, {
        equipmentId: equipment.id,
        unitId: pick.unitId,
        startsAt: new Date(pick.start).toISOString(),
        endsAt: new Date(pick.end).toISOString(),
        movingId: moving?.id ?? null,
      }),
  ]);
  return {
    now,
    today,
    date,
    view: view as 'day' | 'week',
    shown,
    days,
    lanes: timeline.lanes,
    cursor: timeline.cursor,
    pick,
    problem: asked.problem,
    verdict: verdict?.checkBooking,
    /** Makes repetitions of one confirmation recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
}

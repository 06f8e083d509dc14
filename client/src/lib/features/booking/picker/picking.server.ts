import type { RequestEvent } from '@sveltejs/kit';
import { startLimits } from '@talka/server/modules/equipment/availability/free-starts.rules.ts';
import type { BookingRules } from '@talka/server/modules/equipment/items/booking-rules.rules.ts';
import type { Held } from '#lib/features/booking/hold/hold.server.ts';
import { readInstant, readPick } from '#lib/features/booking/pick/address.rules.ts';
import type { PickRules } from '#lib/features/booking/pick/pick.rules.ts';
import { CheckBooking, Timeline } from '#lib/features/booking/timeline.documents.ts';
import { mondayOf, readDate } from '#lib/time/local-day.rules.ts';
import { dateIn, daysOf } from '#lib/time/local-days.server.ts';

/** What a page needs to know of an equipment to let somebody pick a time. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly centre: { readonly slug: string; readonly zone: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** What the reader lacks to book it, where the page asks. */
  readonly viewerCan?: { readonly bookNeeds: readonly { readonly condition: string }[] };
  readonly rules: PickRules & Omit<BookingRules, 'approval' | 'audience'>;
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
 * The address may carry `date`, `view=week`, `whole` (with what is over), and `from`, `to`, `unit` of a pick.
 */
export async function loadPicking(
  event: RequestEvent & { depends(name: `${string}:${string}`): void },
  equipment: Pickable,
  { moving, held = null }: { readonly moving?: Moving; readonly held?: Held | null } = {},
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
  // What lies beside the days decides about set-up and clean-up on them, and the next day about the ends of the last.
  const known = {
    start: (days[0]?.start ?? now) - equipment.rules.bufferBeforeMinutes * 60_000,
    end: (days.at(-1)?.end ?? now) + equipment.rules.bufferAfterMinutes * 60_000,
  };
  const unitIds = equipment.units.map(({ id }) => id);
  const asked = readPick(url.searchParams, days.slice(days.findIndex((day) => day.date === date)), unitIds);
  // A booking that is moved keeps its unit unless another is chosen.
  const pick = asked.pick && { ...asked.pick, unitId: asked.pick.unitId ?? moving?.unit.id ?? null };
  const [{ timeline }, verdict] = await Promise.all([
    locals.graphql.query(Timeline, {
      equipmentId: equipment.id,
      startsAt: new Date(known.start).toISOString(),
      endsAt: new Date(known.end).toISOString(),
    }),
    pick &&
      locals.graphql.query(CheckBooking, {
        equipmentId: equipment.id,
        unitId: pick.unitId,
        startsAt: new Date(pick.start).toISOString(),
        endsAt: new Date(pick.end).toISOString(),
        movingId: moving?.id ?? null,
        holdId: held?.id ?? null,
      }),
  ]);
  return {
    now,
    today,
    date,
    view: view as 'day' | 'week',
    shown,
    /** Hours of today that are over are drawn as well. */
    whole: url.searchParams.has('whole'),
    known,
    bookableUntil: startLimits({ now, zone, rules: equipment.rules }).end,
    days,
    lanes: timeline.lanes,
    cursor: timeline.cursor,
    held,
    pick,
    problem: asked.problem,
    verdict: verdict?.checkBooking,
    /** Makes repetitions of one confirmation recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
}

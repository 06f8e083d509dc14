import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { type BookingRow, readBookings } from '../bookings/booking.reader.ts';

/** A unit that is out of order now, with the expected end. */
export interface OutageRow {
  readonly id: string;
  readonly unitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What lasts at each unit; units in order are left out. */
export async function readOutages(ctx: Context, unitIds: readonly string[]): Promise<ReadonlyMap<string, OutageRow>> {
  const rows = await db(ctx)
    .selectFrom('outage')
    .select(['id', 'unit_id as unitId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('unit_id', 'in', [...unitIds])
    .where('lifted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** How long after the expected end bookings are told that the unit may still be out of order. */
export const riskDays = 7;

/** The standing bookings of a unit from now to a moment, the first hundred. */
export async function readBookingsUntil(ctx: Context, unitId: string, until: Date): Promise<BookingRow[]> {
  const ids = await db(ctx)
    .selectFrom('occupancy')
    .innerJoin('booking', 'booking.id', 'occupancy.booking_id')
    .select('booking.id')
    .where('occupancy.unit_id', '=', unitId)
    .where('occupancy.blocking', '=', true)
    .where(sql<boolean>`occupancy.during && tstzrange(${ctx.now}::timestamptz, ${until}::timestamptz)`)
    .where('booking.ends_at', '>', ctx.now)
    .where('booking.starts_at', '<', until)
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .limit(100)
    .execute();
  if (ids.length === 0) return [];
  const rows = await readBookings(
    ctx,
    ids.map(({ id }) => id),
  );
  return ids.flatMap(({ id }) => rows.get(id) ?? []);
}

import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';
import { touches } from '../../booking/occupancy/occupancy.sql.ts';

/** Which bookings: those at a centre that have time in a stretch, without their set-up and clean-up. */
interface CentreTime {
  readonly centreId: string;
  readonly during: Interval;
}

/** Found by the time taken of units, whose index spares all that is over or far away. */
const standingAt = (ctx: Context, { centreId, during }: CentreTime) =>
  db(ctx)
    .selectFrom('equipment')
    .innerJoin('unit', 'unit.equipment_id', 'equipment.id')
    .innerJoin('occupancy', 'occupancy.unit_id', 'unit.id')
    .innerJoin('booking', 'booking.id', 'occupancy.booking_id')
    .where('equipment.centre_id', '=', centreId)
    .where('occupancy.blocking', '=', true)
    .where(touches(during))
    .where('booking.starts_at', '<', new Date(during.end))
    .where('booking.ends_at', '>', new Date(during.start));

/** One page of the standing bookings at a centre that touch a stretch of time, in order of their start. */
export async function listBookingsDuring(
  ctx: Context,
  place: CentreTime,
  { first, after }: { readonly first: number; readonly after: Keyset | undefined },
): Promise<PageOf<BookingRow>> {
  let query = standingAt(ctx, place)
    .select('booking.id')
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .limit(first + 1);
  if (after) {
    const [startsAt, id] = [new Date(String(after[0])), String(after[1])];
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('booking.starts_at', 'booking.id'), '>', tuple(startsAt, id)),
    );
  }
  const ids = (await query.execute()).map(({ id }) => id);
  const rows = ids.length === 0 ? new Map<string, BookingRow>() : await readBookings(ctx, ids);
  return pageOf(
    ids.flatMap((id) => rows.get(id) ?? []),
    first,
  );
}

/** How many standing bookings at a centre touch a stretch of time. */
export async function countBookingsDuring(ctx: Context, place: CentreTime): Promise<number> {
  const { count } = await standingAt(ctx, place)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

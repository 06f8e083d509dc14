import { sql } from 'kysely';
import { type Context, db } from '../../context.ts';
import type { BookingRow } from '../booking.reader.ts';
import type { OccupancyKind } from '../booking.rules.ts';

/** Taken time of a unit; the booking behind it is named, and who may see it is decided where it is shown. */
export interface OccupancyRow {
  readonly id: string;
  readonly unitId: string;
  /** With set-up and clean-up. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: OccupancyKind;
  readonly note: string | null;
  readonly holder: Holder | null;
}

/** Whose the time is, as far as it is needed to decide who may know. */
export type Holder = Pick<BookingRow, 'id' | 'bookerId' | 'organisationId' | 'actingCentreId' | 'centreId'>;

interface Stored extends Omit<OccupancyRow, 'startsAt' | 'endsAt' | 'holder'>, Omit<Holder, 'id'> {
  start: number;
  end: number;
  bookingId: string | null;
}

/** All that is taken of units and touches `[from, until)`, in order of time, in one statement. */
export async function readOccupancies(
  ctx: Context,
  unitIds: readonly string[],
  from: Date,
  until: Date,
): Promise<OccupancyRow[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<Stored>`
    select o.id, o.unit_id as "unitId", (extract(epoch from lower(o.during)) * 1000)::float8 as start,
      (extract(epoch from upper(o.during)) * 1000)::float8 as end, o.kind, o.note, b.id as "bookingId",
      b.booker_id as "bookerId", b.organisation_id as "organisationId", b.acting_centre_id as "actingCentreId",
      e.centre_id as "centreId"
    from occupancy o
    join unit u on u.id = o.unit_id
    join equipment e on e.id = u.equipment_id
    left join booking b on b.id = o.booking_id
    where o.blocking and o.unit_id = any(${sql.val([...unitIds])}::uuid[])
      and o.during && tstzrange(${from}::timestamptz, ${until}::timestamptz)
    order by lower(o.during), o.id`.execute(db(ctx));
  return rows.map(({ start, end, bookingId, bookerId, organisationId, actingCentreId, centreId, ...row }) => ({
    ...row,
    startsAt: new Date(start),
    endsAt: new Date(end),
    holder: bookingId === null ? null : { id: bookingId, bookerId, organisationId, actingCentreId, centreId },
  }));
}

import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { maySeeBooking } from '../bookings/booking.policy.ts';
import type { OccupancyKind } from '../occupancy/occupancy.enums.ts';

/** Taken time of a unit, as far as the actor may know of it. */
export interface OccupancyRow {
  readonly id: string;
  readonly unitId: string;
  /** With set-up and clean-up. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: OccupancyKind;
  readonly note: string | null;
  /** Whether the actor booked it. */
  readonly mine: boolean;
  /** The booking behind it; null where there is none, or where the actor may not know of it. */
  readonly bookingId: string | null;
}

interface Stored extends Omit<OccupancyRow, 'startsAt' | 'endsAt' | 'mine'> {
  start: number;
  end: number;
  bookerId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
  centreId: string;
}

/** Whose a booking is, for {@link maySeeBooking} to decide; a visitor may see none, so none is looked up. */
const holders = {
  visitor: {
    columns: sql`null as "bookingId", null as "bookerId", null as "organisationId", null as "actingCentreId",
      null as "centreId"`,
    tables: sql``,
  },
  member: {
    columns: sql`o.booking_id as "bookingId", b.booker_id as "bookerId", b.organisation_id as "organisationId",
      b.acting_centre_id as "actingCentreId", e.centre_id as "centreId"`,
    tables: sql`left join booking b on b.id = o.booking_id left join equipment e on e.id = b.equipment_id`,
  },
};

/** All that is taken of units and touches `[from, until)`, in order of time, in one statement. */
export async function readOccupancies(
  ctx: Context,
  unitIds: readonly string[],
  from: Date,
  until: Date,
): Promise<OccupancyRow[]> {
  if (unitIds.length === 0) return [];
  const { columns, tables } = holders[ctx.actor.kind];
  const { rows } = await sql<Stored>`
    select o.id, o.unit_id as "unitId", (extract(epoch from lower(o.during)) * 1000)::float8 as start,
      (extract(epoch from upper(o.during)) * 1000)::float8 as end, o.kind, o.note, ${columns}
    from occupancy o ${tables}
    where o.blocking and o.unit_id = any(${sql.val([...unitIds])}::uuid[])
      and o.during && tstzrange(${from}::timestamptz, ${until}::timestamptz)
    order by lower(o.during), o.id`.execute(db(ctx));
  return rows.map((row) => knownTo(ctx, row));
}

function knownTo({ actor }: Context, { start, end, ...row }: Stored): OccupancyRow {
  const { id, unitId, kind, note, bookingId } = row;
  return {
    id,
    unitId,
    kind,
    note,
    startsAt: new Date(start),
    endsAt: new Date(end),
    mine: actor.kind === 'member' && row.bookerId === actor.personId,
    bookingId: bookingId !== null && maySeeBooking(actor, row) ? bookingId : null,
  };
}

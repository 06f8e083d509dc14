import { sql } from 'kysely';
import { gathered } from '../../../platform/database/gathered.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { announcing } from '../../../platform/events/announce.ts';
import {
  type ClientRequest,
  isRepetition,
  rememberRequests,
} from '../../../platform/idempotency/client-request.service.ts';
import type { FrozenTerms } from './booking.entity.ts';
import type { BookingRow } from './booking.reader.ts';

/** Everything that stands once a booking is made. */
export interface NewBooking {
  readonly booking: BookingRow;
  readonly terms: FrozenTerms;
  /** The version of the equipment that its conditions were checked with. */
  readonly seen: number;
  /** The taken time with its buffers. */
  readonly taken: { readonly id: string; readonly from: Date; readonly until: Date };
  readonly request: ClientRequest;
  readonly event: object;
}

/**
 * Writes a new booking with all that belongs to it, together with those of others who book at the same moment.
 * Resolves to false, with nothing written, where the time is taken, the equipment or its unit changed, or an equal
 * request came first.
 */
export const insertBooking = gathered(async (database: Database, bookings: readonly NewBooking[]) => {
  try {
    const written = await insert(database, bookings);
    return bookings.map(({ booking }) => written.has(booking.id));
  } catch (error) {
    if (!isOfOne(error)) throw error;
    return Promise.all(bookings.map((each) => insertAlone(database, each)));
  }
});

/** Constraints and values: what one booking broke must not break those of others. */
const isOfOne = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '');

const insertAlone = (database: Database, booking: NewBooking): Promise<boolean | Error> =>
  insert(database, [booking]).then(
    (written) => written.size > 0,
    (error: Error) => (isRepetition(error) ? false : error),
  );

/**
 * All in one statement; returns the ids of those that stand. A plain insert into contended time deadlocks; one that
 * does nothing on conflict waits for the other and comes back without a row, and the order of units keeps two
 * statements from waiting for each other. Requests are inserted plainly: where one was there before, nothing stands.
 */
async function insert(database: Database, bookings: readonly NewBooking[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(bookings)}::jsonb)
        as wanted(booking jsonb, terms jsonb, seen int, taken jsonb, request jsonb, event jsonb)),
    given as (
      insert into occupancy (id, unit_id, during, kind, blocking, booking_id)
      select (taken->>'id')::uuid, unit.id, tstzrange((taken->>'from')::timestamptz, (taken->>'until')::timestamptz),
        'booking', true, (booking->>'id')::uuid
      from wanted join unit on unit.id = (booking->>'unitId')::uuid
        join equipment on equipment.id = unit.equipment_id
      where unit.withdrawn_at is null and equipment.version = seen
      order by unit.id, taken->>'from'
      on conflict do nothing returning booking_id),
    standing as (select wanted.* from wanted join given on booking_id = (booking->>'id')::uuid),
    booked as (
      insert into booking (id, equipment_id, unit_id, starts_at, ends_at, state, booker_id, organisation_id,
        acting_centre_id, purpose, terms, created_at, version)
      select id, "equipmentId", "unitId", "startsAt", "endsAt", state, "bookerId", "organisationId", "actingCentreId",
        purpose, terms, "createdAt", version
      from standing, jsonb_to_record(booking) as made(id uuid, "equipmentId" uuid, "unitId" uuid,
        "startsAt" timestamptz, "endsAt" timestamptz, state text, "bookerId" uuid, "organisationId" uuid,
        "actingCentreId" uuid, purpose text, "createdAt" timestamptz, version int)),
    remembered as (${rememberRequests(sql`standing`)}),
    announced as (${announcing(sql`standing`)})
    select booking_id as id from given`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

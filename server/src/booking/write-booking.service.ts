import { sql } from 'kysely';
import { type Context, db, signedIn, transactAtOnce } from '../context.ts';
import { kept } from '../database/kept-plans.ts';
import { announcing } from '../live/announce.ts';
import { type ClientRequest, isRepetition, rememberRequest } from '../shared/client-request.service.ts';
import { newId } from '../shared/ids.ts';
import type { Assessment } from './assessment.reader.ts';
import type { FrozenTerms } from './booking.entity.ts';
import type { BookingRow } from './booking.reader.ts';
import { bookingEvent } from './booking-event.service.ts';
import { type TimeRules, withBuffers } from './conditions/facts.rules.ts';

/**
 * Writes a booking, the time it takes, the request that asked for it and what others hear of it: all of them or
 * none, in one statement. Returns nothing where the time was taken meanwhile, the equipment changed since it was
 * looked at, or an equal request came first.
 */
export async function writeBooking(
  ctx: Context,
  request: ClientRequest,
  { wish, facts, bookable }: Assessment,
  { unitId, purpose }: { readonly unitId: string; readonly purpose: string },
): Promise<BookingRow | undefined> {
  const { personId, actingFor } = signedIn(ctx);
  const { centreId } = bookable;
  const { equipmentId, startsAt, endsAt } = wish;
  const booking: BookingRow = {
    ...{ id: request.resultId, equipmentId, unitId, centreId, startsAt, endsAt, purpose },
    state: 'confirmed',
    bookerId: personId,
    organisationId: actingFor?.kind === 'organisation' ? actingFor.id : null,
    actingCentreId: actingFor?.kind === 'centre' ? actingFor.id : null,
    createdAt: ctx.now,
    cancelledAt: null,
    version: 1,
  };
  const taken = withBuffers(facts);
  const written = sql`booked`;
  // A plain insert into contended time deadlocks; one that does nothing on conflict waits for the other and
  // comes back without a row. The request is inserted plainly: where it was there before, nothing stands.
  const statement = sql`${kept}
    with taken as (
      insert into occupancy (id, unit_id, during, kind, blocking, booking_id)
      select ${newId()}::uuid, unit.id, tstzrange(${new Date(taken.start)}::timestamptz, ${new Date(taken.end)}::timestamptz),
        'booking', true, ${booking.id}::uuid
      from unit join equipment on equipment.id = unit.equipment_id
      where unit.id = ${unitId}::uuid and unit.withdrawn_at is null and equipment.version = ${bookable.version}
      on conflict do nothing returning unit_id),
    booked as (
      insert into booking (id, equipment_id, unit_id, starts_at, ends_at, state, booker_id, organisation_id,
        acting_centre_id, purpose, terms, created_at, version)
      select ${booking.id}::uuid, ${equipmentId}::uuid, unit_id, ${startsAt}::timestamptz, ${endsAt}::timestamptz,
        ${booking.state}, ${personId}::uuid, ${booking.organisationId}::uuid, ${booking.actingCentreId}::uuid, ${purpose},
        ${JSON.stringify(frozenTerms(bookable.rules))}::jsonb, ${booking.createdAt}::timestamptz, ${booking.version}
      from taken returning id),
    remembered as (${rememberRequest(request, written)}),
    announced as (${announcing(ctx, bookingEvent('booking.made', booking, taken), written)})
    select id from booked`;
  try {
    const { rows } = await transactAtOnce(ctx, (tx) => statement.execute(db(tx)));
    return rows.length > 0 ? booking : undefined;
  } catch (error) {
    if (isRepetition(error)) return undefined;
    throw error;
  }
}

/** The rules under which a booking was made, or last moved. */
export const frozenTerms = (rules: TimeRules): FrozenTerms => ({
  gridMinutes: rules.gridMinutes,
  minimumMinutes: rules.minimumMinutes,
  maximumMinutes: rules.maximumMinutes,
  bufferBeforeMinutes: rules.bufferBeforeMinutes,
  bufferAfterMinutes: rules.bufferAfterMinutes,
});

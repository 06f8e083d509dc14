import { type Context, db, signedIn, transactAtOnce } from '../../../platform/context/context.ts';
import { entryOf } from '../../../platform/events/announce.ts';
import type { ClientRequest } from '../../../platform/idempotency/client-request.service.ts';
import { newId } from '../../../shared/ids/ids.ts';
import type { Assessment } from '../conditions/assessment.reader.ts';
import { type TimeRules, withBuffers } from '../conditions/facts.rules.ts';
import type { FrozenTerms } from './booking.entity.ts';
import type { BookingRow } from './booking.reader.ts';
import { bookingEvent } from './booking-event.service.ts';
import { insertBooking } from './insert-bookings.service.ts';

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
  const { equipmentId, startsAt, endsAt } = wish;
  const booking: BookingRow = {
    ...{ id: request.resultId, equipmentId, unitId, centreId: bookable.centreId, startsAt, endsAt, purpose },
    state: 'confirmed',
    bookerId: personId,
    organisationId: actingFor?.kind === 'organisation' ? actingFor.id : null,
    actingCentreId: actingFor?.kind === 'centre' ? actingFor.id : null,
    createdAt: ctx.now,
    cancelledAt: null,
    version: 1,
  };
  const taken = withBuffers(facts);
  const writing = {
    ...{ booking, request, terms: frozenTerms(bookable.rules), seen: bookable.version },
    taken: { id: newId(), from: new Date(taken.start), until: new Date(taken.end) },
    event: entryOf(ctx, bookingEvent('booking.made', booking, taken)),
  };
  const written = await transactAtOnce(ctx, (tx) => insertBooking(db(tx), writing));
  return written ? booking : undefined;
}

/** The rules under which a booking was made, or last moved. */
export const frozenTerms = (rules: TimeRules): FrozenTerms => ({
  gridMinutes: rules.gridMinutes,
  minimumMinutes: rules.minimumMinutes,
  maximumMinutes: rules.maximumMinutes,
  bufferBeforeMinutes: rules.bufferBeforeMinutes,
  bufferAfterMinutes: rules.bufferAfterMinutes,
});

import { type Context, db, signedIn } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { record } from '../../../../platform/events/record.ts';
import { DomainError, notFound } from '../../../../shared/errors.ts';
import { newId } from '../../../../shared/ids/ids.ts';
import { hull } from '../../../../shared/time/interval.rules.ts';
import { bookingMade, bookingMoved } from '../../bookings/booking.events.ts';
import { findBooking } from '../../bookings/booking.reader.ts';
import { firstState, standingStates } from '../../bookings/booking-lifecycle.rules.ts';
import type { BookingResult } from '../../commands/book-equipment.service.ts';
import { readBookingFacts } from '../../conditions/booking-facts.reader.ts';
import { withBuffers } from '../../conditions/condition.rules.ts';
import { decide } from '../../conditions/conditions.ts';
import { slotTaken } from '../../conditions/slot-free/slot-free.rules.ts';
import { occupy, reassign } from '../../occupancy/occupancy.service.ts';
import { findOwnOffer, type OfferRow } from '../offer.reader.ts';
import { offerStateAt } from '../offer.rules.ts';
import { endOffers } from './end-offers.service.ts';

/** An open offer to the actor, locked. Throws NOT_FOUND, CONFLICT where it has ended. */
async function openOffer(tx: Context, id: string): Promise<OfferRow> {
  const offer = await findOwnOffer(tx, id, true);
  if (!offer) throw notFound();
  if (offerStateAt(offer, tx.now) !== 'open') throw new DomainError('CONFLICT', { key: 'offer.ended' });
  return offer;
}

/**
 * Takes an offered time: what still stands of the booking that had to give way moves there, else the holder books anew
 * for whom it was. All conditions are asked again, but for what the staff agreed to by offering. Throws
 * SIGN_IN_REQUIRED, NOT_FOUND, CONFLICT.
 */
export async function takeOffer(ctx: Context, offerId: string): Promise<BookingResult> {
  signedIn(ctx);
  return transact(ctx, async (tx) => {
    const { id, bookingId, equipmentId, unitId, startsAt, endsAt, centreId } = await openOffer(tx, offerId);
    const before = await findBooking(tx, bookingId, true);
    if (!before) throw notFound();
    const stands = standingStates.some((state) => state === before.state);
    const wanted = { equipmentId, unitId, startsAt, endsAt, movingId: stands ? bookingId : undefined };
    const known = await readBookingFacts(tx, wanted, true);
    // Those who offered it agree for their own centre alone.
    const staffAgree = before.centreId === centreId;
    const facts = { ...known.facts, staffAgree, rules: { ...known.facts.rules, leadMinutes: 0 } };
    const { outcome, reasons } = decide(facts);
    if (outcome === 'REQUEST') throw new DomainError('CONFLICT', { key: 'offer.ended' });
    if (outcome === 'REFUSED') return { ...known, reasons };
    const during = withBuffers(facts);
    await endOffers(tx, [id], 'taken');
    const { personId } = signedIn(tx);
    const place = { equipmentId, unitId, centreId, bookerId: personId, touched: during };
    const terms = known.request.equipment.rules;
    if (stands) {
      const old = await reassign(tx, { kind: 'booking', id: bookingId }, unitId, during);
      if (!old) throw new DomainError('CONFLICT', slotTaken(facts).message);
      await db(tx)
        .updateTable('booking')
        .set({ unit_id: unitId, equipment_id: equipmentId, starts_at: startsAt, ends_at: endsAt, terms })
        .set({ version: before.version + 1 })
        .where('id', '=', bookingId)
        .execute();
      const same = before.equipmentId === equipmentId;
      record(tx, bookingMoved({ ...place, id: bookingId, touched: same ? hull(old, during) : during }));
      return { id: bookingId, repeated: false };
    }
    const newBooking = newId();
    if (!(await occupy(tx, [unitId], during, { kind: 'booking', id: newBooking }))) {
      throw new DomainError('CONFLICT', slotTaken(facts).message);
    }
    await db(tx)
      .insertInto('booking')
      .values({
        ...{ id: newBooking, equipment_id: equipmentId, unit_id: unitId, starts_at: startsAt, ends_at: endsAt },
        ...{ state: firstState.BOOK, booker_id: personId, organisation_id: before.organisationId },
        ...{ acting_centre_id: before.actingCentreId, purpose: before.purpose, terms, created_at: tx.now, version: 1 },
        ending_reason: '',
      })
      .execute();
    record(tx, bookingMade({ ...place, id: newBooking }));
    return { id: newBooking, repeated: false };
  });
}

/** Lets go of an offered time. Throws SIGN_IN_REQUIRED, NOT_FOUND, CONFLICT where it has ended. */
export async function declineOffer(ctx: Context, offerId: string): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const offer = await openOffer(tx, offerId);
    await endOffers(tx, [offer.id], 'declined');
  });
}

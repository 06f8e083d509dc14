import { type Context, db } from '../../../../platform/context/context.ts';
import { record } from '../../../../platform/events/record.ts';
import type { Interval } from '../../../../shared/time/interval.rules.ts';
import { fillClosures } from '../../closures/fill-closures.service.ts';
import { occupiedFrom, occupiedUntil, touches } from '../../occupancy/occupancy.sql.ts';
import type { OfferState } from '../offer.enums.ts';
import { offerEnded } from '../offer.events.ts';

/** Ends open offers, within a transaction, and returns how many: their time is free at once. */
export async function endOffers(
  tx: Context,
  ids: readonly string[],
  state: Exclude<OfferState, 'open'>,
): Promise<number> {
  if (ids.length === 0) return 0;
  const freed = await db(tx)
    .with('ended', (query) =>
      query
        .updateTable('offer')
        .set({ state, answered_at: tx.now })
        .where('id', 'in', [...ids])
        .where('state', '=', 'open')
        .returning(['id', 'equipment_id', 'person_id']),
    )
    .updateTable('occupancy')
    .from('ended')
    .innerJoin('equipment', 'equipment.id', 'ended.equipment_id')
    .set({ blocking: false })
    .whereRef('occupancy.offer_id', '=', 'ended.id')
    .returning(['ended.id as offerId', 'ended.person_id as personId', 'occupancy.unit_id as unitId'])
    .returning(['equipment.id as equipmentId', 'equipment.centre_id as centreId'])
    .returning([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .execute();
  for (const { startsAt, endsAt, ...place } of freed) {
    const touched = { start: startsAt.getTime(), end: endsAt.getTime() };
    record(tx, offerEnded({ ...place, touched }));
    if (state !== 'taken') await fillClosures(tx, { unitIds: [place.unitId], during: touched });
  }
  return freed.length;
}

/** Open offers, locked in a steady order. */
const open = (tx: Context) =>
  db(tx)
    .selectFrom('offer')
    .innerJoin('occupancy', 'occupancy.offer_id', 'offer.id')
    .select('offer.id')
    .where('offer.state', '=', 'open')
    .orderBy('offer.id')
    .forUpdate('offer');

const idsOf = (offers: readonly { readonly id: string }[]): string[] => offers.map(({ id }) => id);

/** Ends offers of these units that ran out but still stand in the way of others. */
export async function endExpiredOffers(tx: Context, unitIds: readonly string[], during: Interval): Promise<void> {
  if (unitIds.length === 0) return;
  const expired = await open(tx)
    .where('occupancy.unit_id', 'in', [...unitIds])
    .where(touches(during))
    .where('offer.expires_at', '<=', tx.now)
    .execute();
  await endOffers(tx, idsOf(expired), 'expired');
}

/** Ends those of all that ran out, as far as nobody else is about to; returns how many, at most `most`. */
export async function endOverdueOffers(tx: Context, most: number): Promise<number> {
  const overdue = await open(tx).where('offer.expires_at', '<=', tx.now).skipLocked().limit(most).execute();
  return endOffers(tx, idsOf(overdue), 'expired');
}

/** Ends the actor's offer of time that becomes a booking. */
export async function endOwnOffersAt(tx: Context, equipmentId: string, during: Interval): Promise<void> {
  if (tx.actor.kind === 'visitor') return;
  const own = await open(tx)
    .where('offer.person_id', '=', tx.actor.personId)
    .where('offer.equipment_id', '=', equipmentId)
    .where(touches(during))
    .execute();
  await endOffers(tx, idsOf(own), 'taken');
}

/** Ends every offer of these units in a time that nobody may use. */
export async function withdrawOffers(tx: Context, unitIds: readonly string[], during: Interval): Promise<number> {
  if (unitIds.length === 0) return 0;
  const touched = await open(tx)
    .where('occupancy.unit_id', 'in', [...unitIds])
    .where(touches(during))
    .execute();
  return endOffers(tx, idsOf(touched), 'withdrawn');
}

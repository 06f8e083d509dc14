import { type Context, db } from '../../../../platform/context/context.ts';
import { record } from '../../../../platform/events/record.ts';
import { newId } from '../../../../shared/ids/ids.ts';
import type { Interval } from '../../../../shared/time/interval.rules.ts';
import { occupy } from '../../occupancy/occupancy.service.ts';
import type { OfferKind } from '../offer.enums.ts';
import { timeOffered } from '../offer.events.ts';
import { offerUntil } from '../offer.rules.ts';

export interface OfferTime {
  readonly kind: OfferKind;
  /** What had to give way. */
  readonly bookingId: string;
  readonly personId: string;
  readonly equipmentId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** With buffers. */
  readonly during: Interval;
  readonly message: string;
}

/** Keeps a time for somebody to choose, within a transaction; false, and nothing is kept, where others have it. */
export async function offerTime(tx: Context, offer: OfferTime): Promise<boolean> {
  const { bookingId, personId, equipmentId, centreId, unitId, startsAt, endsAt, during, message, kind } = offer;
  const id = newId();
  const expiresAt = offerUntil(tx.now, startsAt);
  if (!(await occupy(tx, [unitId], during, { kind: 'offer', id, expiresAt }))) return false;
  await db(tx)
    .insertInto('offer')
    .values({
      ...{ id, kind, booking_id: bookingId, person_id: personId, equipment_id: equipmentId, unit_id: unitId },
      ...{ starts_at: startsAt, ends_at: endsAt, message, state: 'open', created_at: tx.now, expires_at: expiresAt },
    })
    .execute();
  record(tx, timeOffered({ offerId: id, equipmentId, unitId, centreId, personId, touched: during }));
  return true;
}

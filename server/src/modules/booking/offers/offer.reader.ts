import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { isId } from '../../../shared/ids/ids.ts';

const selectOffers = (database: Database) =>
  database
    .selectFrom('offer')
    .innerJoin('equipment', 'equipment.id', 'offer.equipment_id')
    .select(['offer.id', 'offer.kind', 'offer.booking_id as bookingId', 'offer.person_id as personId'])
    .select(['offer.equipment_id as equipmentId', 'offer.unit_id as unitId', 'equipment.centre_id as centreId'])
    .select(['offer.starts_at as startsAt', 'offer.ends_at as endsAt', 'offer.message', 'offer.state'])
    .select(['offer.created_at as createdAt', 'offer.expires_at as expiresAt', 'offer.answered_at as answeredAt']);

type Stored = Awaited<ReturnType<ReturnType<typeof selectOffers>['execute']>>[number];
const offerOf = (stored: Stored) => ({ ...stored, answeredAt: stored.answeredAt ?? null });
export type OfferRow = ReturnType<typeof offerOf>;

/** Offers by id, whoever asks. */
export async function readOffers(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, OfferRow>> {
  const rows = await selectOffers(db(ctx))
    .where('offer.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, offerOf(row)]));
}

/** An offer to the actor, locked until the transaction ends where `lock` is set; undefined for those to others. */
export async function findOwnOffer(ctx: Context, id: string, lock = false): Promise<OfferRow | undefined> {
  if (!isId(id)) return undefined;
  const query = selectOffers(db(ctx)).where('offer.id', '=', id).where('offer.person_id', '=', signedIn(ctx).personId);
  const row = await (lock ? query.forUpdate('offer') : query).executeTakeFirst();
  return row && offerOf(row);
}

/** What the actor may choose now, that which runs out first before the others. */
export async function readOwnOffers(ctx: Context): Promise<OfferRow[]> {
  const rows = await selectOffers(db(ctx))
    .where('offer.person_id', '=', signedIn(ctx).personId)
    .where('offer.state', '=', 'open')
    .where('offer.expires_at', '>', ctx.now)
    .orderBy('offer.expires_at')
    .orderBy('offer.id')
    .limit(50)
    .execute();
  return rows.map(offerOf);
}

/** The latest offer in place of each of the bookings. */
export async function readOffersInstead(
  ctx: Context,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, OfferRow>> {
  const rows = await selectOffers(db(ctx))
    .where('offer.booking_id', 'in', [...bookingIds])
    .orderBy('offer.created_at')
    .orderBy('offer.id')
    .execute();
  return new Map(rows.map((row) => [row.bookingId, offerOf(row)]));
}

import { type Context, db } from '../../../platform/context/context.ts';
import { unlessRefused } from '../../../platform/database/savepoint.ts';
import { newId } from '../../../shared/ids/ids.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { fillClosures } from '../closures/fill-closures.service.ts';
import { endExpired } from '../holds/commands/end-holds.service.ts';
import { endExpiredOffers } from '../offers/commands/end-offers.service.ts';
import { coverOutage } from '../outages/cover-outage.sql.ts';
import { occupiedFrom, occupiedUntil, rangeOf } from './occupancy.sql.ts';

/** Whose the time is; it need not be written yet, its key is checked at commit. */
export type OccupancyOwner =
  | { readonly kind: 'booking'; readonly id: string }
  | { readonly kind: 'hold' | 'offer'; readonly id: string; readonly expiresAt: Date };

/** What moves and ends here; what is only kept is neither moved nor, but by its own service, ended. */
type Booking = Extract<OccupancyOwner, { kind: 'booking' }>;

const noOverlap = 'occupancy_no_overlap';

/**
 * Occupies the first of the units, tried in their order, that is free during the whole interval (buffers inside), and
 * returns it; undefined where others have the time of all of them. The exclusion constraint decides: an insert that
 * does nothing on conflict waits for who is faster, where a plain one would deadlock. A hold or an offer that ran out gives way.
 */
export async function occupy(
  tx: Context,
  unitIds: readonly string[],
  during: Interval,
  owner: OccupancyOwner,
): Promise<string | undefined> {
  await endExpired(tx, unitIds, during);
  await endExpiredOffers(tx, unitIds, during);
  for (const unitId of unitIds) {
    const time = { id: newId(), unit_id: unitId, during: rangeOf(during), kind: owner.kind, blocking: true };
    const owned =
      owner.kind === 'booking'
        ? { booking_id: owner.id }
        : { [`${owner.kind}_id` as const]: owner.id, expires_at: owner.expiresAt };
    const occupied = await db(tx)
      .insertInto('occupancy')
      .values({ ...time, ...owned })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (occupied) return unitId;
  }
  return undefined;
}

/** Frees the owner's time at once and returns it; the row stays as history. What is closed or out of order stays so. */
export async function release(tx: Context, owner: Booking): Promise<Interval | undefined> {
  const released = await db(tx)
    .updateTable('occupancy')
    .set({ blocking: false })
    .where('booking_id', '=', owner.id)
    .where('blocking', '=', true)
    .returning(['occupancy.unit_id as unitId', occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .executeTakeFirst();
  if (!released) return undefined;
  const during = intervalOf(released);
  await fillClosures(tx, { unitIds: [released.unitId], during });
  await coverOutage(tx, released.unitId);
  return during;
}

/** Ends the owner's time at a moment, before it would have; returns what is free from now on, if anything is. */
export async function shorten(tx: Context, owner: Booking, until: number): Promise<Interval | undefined> {
  const taken = await db(tx)
    .selectFrom('occupancy')
    .select(['id', 'unit_id as unitId', occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .where('booking_id', '=', owner.id)
    .where('blocking', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (!taken) return undefined;
  const { start, end } = intervalOf(taken);
  if (until >= end) return undefined;
  if (until <= start) return release(tx, owner);
  await db(tx)
    .updateTable('occupancy')
    .set({ during: rangeOf({ start, end: until }) })
    .where('id', '=', taken.id)
    .execute();
  await fillClosures(tx, { unitIds: [taken.unitId], during: { start: until, end } });
  await coverOutage(tx, taken.unitId);
  return { start: until, end };
}

/**
 * Moves the owner's time to another interval or unit in one statement and returns where it was; undefined, and nothing
 * is changed, where others have that time.
 */
export async function reassign(
  tx: Context,
  owner: Booking,
  unitId: string,
  during: Interval,
): Promise<Interval | undefined> {
  await lockUnits(tx, owner, unitId);
  await endExpired(tx, [unitId], during);
  await endExpiredOffers(tx, [unitId], during);
  const before = await unlessRefused(db(tx), noOverlap, () =>
    db(tx)
      .with('before', (query) =>
        query
          .selectFrom('occupancy')
          .select(['id', 'unit_id as unitId', occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
          .where('booking_id', '=', owner.id),
      )
      .updateTable('occupancy')
      .from('before')
      .set({ unit_id: unitId, during: rangeOf(during) })
      .whereRef('occupancy.id', '=', 'before.id')
      .returning(['before.unitId', 'before.startsAt', 'before.endsAt'])
      .executeTakeFirstOrThrow(),
  );
  if (!before) return undefined;
  await fillClosures(tx, { unitIds: [before.unitId], during: intervalOf(before) });
  await coverOutage(tx, before.unitId);
  return intervalOf(before);
}

/** The owner's time, whether or not it still is; undefined where there never was one. */
export async function timeOf(tx: Context, owner: Booking): Promise<Interval | undefined> {
  const taken = await db(tx)
    .selectFrom('occupancy')
    .select([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .where('booking_id', '=', owner.id)
    .executeTakeFirst();
  return taken && intervalOf(taken);
}

/** Gives the owner back time that was freed; false, and nothing is changed, where others have it meanwhile. */
export async function retake(tx: Context, owner: Booking, unitId: string, during: Interval): Promise<boolean> {
  await lockUnits(tx, owner, unitId);
  await endExpired(tx, [unitId], during);
  const taken = await unlessRefused(db(tx), noOverlap, () =>
    db(tx)
      .updateTable('occupancy')
      .set({ during: rangeOf(during), blocking: true })
      .where('booking_id', '=', owner.id)
      .execute(),
  );
  return taken !== undefined;
}

/** Two owners that change places would each wait for the other's old time; moves of a unit queue up instead. */
async function lockUnits(tx: Context, owner: Booking, unitId: string): Promise<void> {
  await db(tx)
    .selectFrom('unit')
    .select('id')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('id', '=', unitId),
        eb('id', 'in', selectFrom('occupancy').select('unit_id').where('booking_id', '=', owner.id)),
      ]),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

const intervalOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Interval => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});

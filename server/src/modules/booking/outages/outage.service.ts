import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { endHolds } from '../holds/commands/end-holds.service.ts';
import { coverOutage } from './cover-outage.sql.ts';

/** Where something is out of order. */
export interface OutagePlace {
  readonly unitId: string;
  readonly equipmentId: string;
}

/** Whoever books a unit holds its equipment: those under way are waited for, those that come later see what was written. */
export async function lockForOutage(tx: Context, equipmentId: string): Promise<void> {
  await db(tx).selectFrom('equipment').select('id').where('id', '=', equipmentId).forNoKeyUpdate().execute();
}

/**
 * Puts a unit out of order from now to an expected end, or moves the end of the outage that lasts there; returns the id
 * of the outage. Its equipment is locked. Bookings keep their time; holds give way.
 */
export async function stopUnit(tx: Context, { unitId }: OutagePlace, until: Date): Promise<string> {
  const lasting = await lastingOutage(tx, unitId);
  const id = lasting?.id ?? newId();
  if (!lasting) {
    await db(tx)
      .insertInto('outage')
      .values({ id, unit_id: unitId, starts_at: tx.now, ends_at: until, lifted_at: null })
      .execute();
  } else {
    await db(tx).updateTable('outage').set({ ends_at: until }).where('id', '=', id).execute();
    await freeFrom(tx, id, until);
  }
  const held = await db(tx)
    .selectFrom('occupancy')
    .select('hold_id as id')
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'hold')
    .where('blocking', '=', true)
    .where(sql<boolean>`during && tstzrange(${tx.now}::timestamptz, ${until}::timestamptz)`)
    .execute();
  const holds = held.flatMap((hold) => hold.id ?? []);
  await endHolds(tx, holds, 'released');
  await coverOutage(tx, unitId);
  return id;
}

/** Ends an outage at once; its time is free. Its equipment is locked. Returns whether it still lasted. */
export async function liftOutage(tx: Context, outageId: string): Promise<boolean> {
  const lifted = await db(tx)
    .updateTable('outage')
    .set({ lifted_at: tx.now })
    .where('id', '=', outageId)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!lifted) return false;
  await freeFrom(tx, outageId, tx.now);
  return true;
}

/** The outage of a unit that was not lifted yet. */
export const lastingOutage = (ctx: Context, unitId: string) =>
  db(ctx)
    .selectFrom('outage')
    .select(['id', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('unit_id', '=', unitId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();

/** Gives back what an outage took of the time after a moment; what lies before stays as history. */
async function freeFrom(tx: Context, outageId: string, moment: Date): Promise<void> {
  await sql`
    update occupancy set
      blocking = lower(during) < ${moment}::timestamptz,
      during = case when lower(during) < ${moment}::timestamptz
        then tstzrange(lower(during), ${moment}::timestamptz) else during end
    where outage_id = ${outageId} and blocking and upper(during) > ${moment}::timestamptz`.execute(db(tx));
}

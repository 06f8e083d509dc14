import { type Context, db } from '../../../../platform/context/context.ts';
import { record } from '../../../../platform/events/record.ts';
import type { Interval } from '../../../../shared/time/interval.rules.ts';
import { occupiedFrom, occupiedUntil, touches } from '../../occupancy/occupancy.sql.ts';
import { endOwnOffersAt } from '../../offers/commands/end-offers.service.ts';
import type { HoldState } from '../hold.enums.ts';
import { holdReleased } from '../hold.events.ts';

/**
 * Ends holds that stand, within a transaction, and returns how many: their time is free at once, and whoever looks at
 * it hears so.
 */
export async function endHolds(
  tx: Context,
  ids: readonly string[],
  state: Exclude<HoldState, 'held'>,
): Promise<number> {
  if (ids.length === 0) return 0;
  const freed = await db(tx)
    .with('ended', (query) =>
      query
        .updateTable('hold')
        .set({ state })
        .where('id', 'in', [...ids])
        .where('state', '=', 'held')
        .returning(['id', 'equipment_id']),
    )
    .updateTable('occupancy')
    .from('ended')
    .innerJoin('equipment', 'equipment.id', 'ended.equipment_id')
    .set({ blocking: false })
    .whereRef('occupancy.hold_id', '=', 'ended.id')
    .returning(['occupancy.unit_id as unitId', 'equipment.id as equipmentId', 'equipment.centre_id as centreId'])
    .returning([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .execute();
  for (const { startsAt, endsAt, ...place } of freed) {
    record(tx, holdReleased({ ...place, touched: { start: startsAt.getTime(), end: endsAt.getTime() } }));
  }
  return freed.length;
}

/** Ends the holds of these units that ran out but still stand in the way of others. */
export async function endExpired(tx: Context, unitIds: readonly string[], during: Interval): Promise<void> {
  if (unitIds.length === 0) return;
  const expired = await standing(tx)
    .where('occupancy.unit_id', 'in', [...unitIds])
    .where(touches(during))
    .where('hold.expires_at', '<=', tx.now)
    .execute();
  await endHolds(tx, idsOf(expired), 'expired');
}

/** Ends those of all that ran out, as far as nobody else is about to; returns how many, at most `most`. */
export async function endOverdue(tx: Context, most: number): Promise<number> {
  const overdue = await standing(tx).where('hold.expires_at', '<=', tx.now).skipLocked().limit(most).execute();
  return endHolds(tx, idsOf(overdue), 'expired');
}

/** Ends the actor's hold of time that becomes a booking, and what was offered to them there. */
export async function endOwnAt(tx: Context, equipmentId: string, during: Interval): Promise<void> {
  if (tx.actor.kind === 'visitor') return;
  await endOwnOffersAt(tx, equipmentId, during);
  const own = await standing(tx)
    .where('hold.person_id', '=', tx.actor.personId)
    .where('hold.equipment_id', '=', equipmentId)
    .where(touches(during))
    .execute();
  await endHolds(tx, idsOf(own), 'booked');
}

/** Ends every hold of these units in a time that nobody may use. */
export async function releaseAllAt(tx: Context, unitIds: readonly string[], during: Interval): Promise<void> {
  if (unitIds.length === 0) return;
  const held = await standing(tx)
    .where('occupancy.unit_id', 'in', [...unitIds])
    .where(touches(during))
    .execute();
  await endHolds(tx, idsOf(held), 'released');
}

/** Ends what the actor, if known, held until it ran out. */
export async function endExpiredOf(tx: Context): Promise<void> {
  if (tx.actor.kind === 'visitor') return;
  const own = standing(tx).where('hold.person_id', '=', tx.actor.personId);
  await endHolds(tx, idsOf(await own.where('hold.expires_at', '<=', tx.now).execute()), 'expired');
}

/** Ends whatever the actor, if known, holds; returns how many. */
export async function endAllOf(tx: Context): Promise<number> {
  if (tx.actor.kind === 'visitor') return 0;
  const all = await standing(tx).where('hold.person_id', '=', tx.actor.personId).execute();
  return endHolds(tx, idsOf(all), 'released');
}

const idsOf = (holds: readonly { readonly id: string }[]): string[] => holds.map(({ id }) => id);

/** Holds that stand, locked in a steady order, so that whoever ends the same ones at once waits instead of deadlocking. */
const standing = (tx: Context) =>
  db(tx)
    .selectFrom('hold')
    .innerJoin('occupancy', 'occupancy.hold_id', 'hold.id')
    .select('hold.id')
    .where('hold.state', '=', 'held')
    .orderBy('hold.id')
    .forUpdate('hold');

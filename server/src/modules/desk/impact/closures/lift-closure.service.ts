import { type Context, confirmed, db } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { recordAudit } from '../../../../platform/events/audit/record-audit.ts';
import { record } from '../../../../platform/events/record.ts';
import { DomainError, notFound } from '../../../../shared/errors.ts';
import { timeReopened } from '../../../booking/closures/closure.events.ts';
import { type ClosureRow, findClosure } from '../../../booking/closures/closure.reader.ts';
import { fillClosures } from '../../../booking/closures/fill-closures.service.ts';
import { readBookableEquipment } from '../../../booking/conditions/bookable-equipment.reader.ts';
import { withBuffers } from '../../../booking/conditions/condition.rules.ts';
import { offerTime } from '../../../booking/offers/commands/offer-time.service.ts';
import { readGivenWay } from '../decisions/given-way.reader.ts';
import { mayClose } from './closure.policy.ts';

export interface LiftClosure {
  readonly closureId: string;
  /** The version that was read. */
  readonly version: number;
  /** Whether those who had given way are offered their time first. */
  readonly offerBack: boolean;
}

/**
 * Gives the time of a closure back before its end; those who had given way are offered it first, each for 48 hours, in
 * the order in which they had booked. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, CONFLICT where it is over or lifted.
 */
export async function liftClosure(ctx: Context, input: LiftClosure): Promise<{ readonly offered: number }> {
  confirmed(ctx);
  return transact(ctx, async (tx) => {
    const closure = await findClosure(tx, input.closureId, true);
    if (!closure) throw notFound();
    if (!mayClose(tx.actor, closure)) throw new DomainError('FORBIDDEN');
    if (closure.liftedAt || closure.endsAt <= tx.now) throw new DomainError('CONFLICT', { key: 'closure.lifted' });
    if (closure.version !== input.version) throw new DomainError('STALE_VERSION');
    return { offered: await endClosure(tx, closure, input.offerBack) };
  });
}

/** Ends a locked closure, within a transaction; returns to how many their time is offered. Also for what is fixed early. */
export async function endClosure(tx: Context, closure: ClosureRow, offerBack: boolean): Promise<number> {
  const { id, centreId } = closure;
  const given = await db(tx)
    .selectFrom('occupancy')
    .innerJoin('unit', 'unit.id', 'occupancy.unit_id')
    .select('unit.equipment_id as equipmentId')
    .distinct()
    .where('occupancy.closure_id', '=', id)
    .execute();
  // Bookings wait until those who gave way have their offers.
  await readBookableEquipment(
    tx,
    given.map(({ equipmentId }) => equipmentId),
    true,
  );
  await db(tx)
    .updateTable('closure')
    .set({ lifted_at: tx.now, version: closure.version + 1 })
    .where('id', '=', id)
    .execute();
  await db(tx).updateTable('occupancy').set({ blocking: false }).where('closure_id', '=', id).execute();
  const touched = { start: Math.max(closure.startsAt.getTime(), tx.now.getTime()), end: closure.endsAt.getTime() };
  await fillClosures(tx, { during: touched });
  const offered = offerBack ? await offerBackAll(tx, id) : 0;
  recordAudit(tx, 'closure.lifted', { centreId, object: { type: 'closure', id }, after: { offered } });
  for (const { equipmentId } of given) record(tx, timeReopened({ closureId: id, centreId, equipmentId, touched }));
  return offered;
}

async function offerBackAll(tx: Context, closureId: string): Promise<number> {
  let offered = 0;
  const displaced = await readGivenWay(tx, closureId);
  if (displaced.length === 0) return 0;
  const equipment = await readBookableEquipment(tx, [...new Set(displaced.map((each) => each.equipmentId))]);
  for (const { bookingId, personId, unitId, equipmentId, startsAt, endsAt } of displaced) {
    const known = equipment.get(equipmentId);
    if (!known) continue;
    const during = withBuffers({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), rules: known.rules });
    const place = { equipmentId, centreId: known.centreId, unitId, startsAt, endsAt, during };
    if (await offerTime(tx, { kind: 'back', bookingId, personId, message: '', ...place })) offered += 1;
  }
  return offered;
}

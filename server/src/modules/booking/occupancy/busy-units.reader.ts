import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { isTakenAt } from '../../equipment/availability/busy.sql.ts';
import type { OccupancyKind } from './occupancy.enums.ts';
import { occupiedFrom, occupiedUntil, touches } from './occupancy.sql.ts';

/** A unit of equipment with what occupies it, in order; buffers inside, epoch milliseconds. */
export interface BusyUnit {
  readonly id: string;
  readonly withdrawn: boolean;
  readonly busy: readonly (Interval & {
    readonly kind: OccupancyKind;
    readonly note: string | null;
    readonly bookingId: string | null;
    /** Where it is a hold: which, and whose if that is known. */
    readonly holdId: string | null;
    readonly holderId: string | null;
    readonly heldUntil: number | null;
  })[];
}

/** The units of equipment by position, also withdrawn ones, with what occupies them within an interval. */
export async function readBusyUnits(
  ctx: Context,
  equipmentIds: readonly string[],
  interval: Interval,
): Promise<ReadonlyMap<string, readonly BusyUnit[]>> {
  const rows = await db(ctx)
    .selectFrom('unit')
    .select((eb) => [
      'unit.id',
      'unit.equipment_id as equipmentId',
      'unit.withdrawn_at as withdrawnAt',
      jsonArrayFrom(
        eb
          .selectFrom('occupancy')
          .leftJoin('hold', 'hold.id', 'occupancy.hold_id')
          .select([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
          .select(['occupancy.kind', 'occupancy.note', 'occupancy.booking_id as bookingId'])
          .select(['hold.id as holdId', 'hold.person_id as holderId', 'occupancy.expires_at as heldUntilAt'])
          .whereRef('occupancy.unit_id', '=', 'unit.id')
          .where(isTakenAt(ctx.now))
          .where(touches(interval))
          .orderBy(occupiedFrom),
      ).as('occupancies'),
    ])
    .where('unit.equipment_id', 'in', [...equipmentIds])
    .orderBy('unit.position')
    .execute();
  const units = rows.map(({ id, equipmentId, withdrawnAt, occupancies }) => ({
    equipmentId,
    id,
    withdrawn: Boolean(withdrawnAt),
    busy: occupancies.map(({ startsAt, endsAt, kind, note, bookingId, holdId, holderId, heldUntilAt }) => ({
      start: new Date(startsAt).getTime(),
      end: new Date(endsAt).getTime(),
      kind,
      note: note ?? null,
      bookingId: bookingId ?? null,
      holdId: holdId ?? null,
      holderId: holderId ?? null,
      heldUntil: heldUntilAt ? new Date(heldUntilAt).getTime() : null,
    })),
  }));
  return Map.groupBy(units, ({ equipmentId }) => equipmentId);
}

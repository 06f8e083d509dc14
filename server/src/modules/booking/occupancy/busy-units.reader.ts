import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import { pickTranslation } from '../../../platform/i18n/locale.rules.ts';
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
    /** Where it is only kept, as a hold or an offer: which, and whose if that is known. */
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
          .leftJoin('offer', 'offer.id', 'occupancy.offer_id')
          .leftJoin('closure', 'closure.id', 'occupancy.closure_id')
          .select(['occupancy.expires_at as heldUntilAt', 'closure.messages'])
          .select(({ fn }) => fn.coalesce('hold.id', 'offer.id').as('holdId'))
          .select(({ fn }) => fn.coalesce('hold.person_id', 'offer.person_id').as('holderId'))
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
    busy: occupancies.map(({ startsAt, endsAt, kind, note, messages, bookingId, holdId, holderId, heldUntilAt }) => ({
      start: new Date(startsAt).getTime(),
      end: new Date(endsAt).getTime(),
      kind,
      note: note ?? pickTranslation(messages ?? {}, ctx.locale) ?? null,
      bookingId: bookingId ?? null,
      holdId: holdId ?? null,
      holderId: holderId ?? null,
      heldUntil: heldUntilAt ? new Date(heldUntilAt).getTime() : null,
    })),
  }));
  return Map.groupBy(units, ({ equipmentId }) => equipmentId);
}

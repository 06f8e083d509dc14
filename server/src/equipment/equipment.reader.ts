import { type Context, db } from '../context.ts';
import { type Locale, pickTranslation } from '../i18n/locale.rules.ts';
import type { Database } from '../tables.ts';
import type { BookingAudience } from './equipment.rules.ts';

/** Equipment with its centre's zone, whether or not it was withdrawn since. */
export const selectEquipment = (database: Database) =>
  database
    .selectFrom('equipment')
    .innerJoin('equipment_type', 'equipment_type.key', 'equipment.type_key')
    .innerJoin('centre', 'centre.id', 'equipment.centre_id')
    .select([
      'equipment.id',
      'equipment.name as ownName',
      'equipment_type.names as typeNames',
      'equipment.description',
      'equipment.type_key as typeKey',
      'equipment.centre_id as centreId',
      'centre.zone',
      'equipment.audience',
      'equipment.grid_minutes as gridMinutes',
      'equipment.minimum_minutes as minimumMinutes',
      'equipment.maximum_minutes as maximumMinutes',
      'equipment.lead_minutes as leadMinutes',
      'equipment.horizon_days as horizonDays',
      'equipment.buffer_before_minutes as bufferBeforeMinutes',
      'equipment.buffer_after_minutes as bufferAfterMinutes',
    ]);

type Stored = Awaited<ReturnType<ReturnType<typeof selectEquipment>['execute']>>[number];

/** When and by whom equipment may be booked; times in minutes. */
export interface BookingRulesRow {
  audience: BookingAudience;
  gridMinutes: number;
  minimumMinutes: number;
  maximumMinutes: number;
  leadMinutes: number;
  horizonDays: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

export interface EquipmentRow {
  id: string;
  /** Its own name, else its type's in the reader's language. */
  name: string;
  description: string;
  typeKey: string;
  centreId: string;
  /** The centre's IANA zone. */
  zone: string;
  rules: BookingRulesRow;
}

/** A row as the fields of `Equipment` read it. */
export function equipmentOf(stored: Stored, locale: Locale): EquipmentRow {
  const { id, ownName, typeNames, description, typeKey, centreId, zone, ...rules } = stored;
  const name = ownName ?? pickTranslation(typeNames, locale) ?? typeKey;
  return { id, name, description, typeKey, centreId, zone, rules };
}

/** Equipment by id, also what was withdrawn: bookings go on naming it. */
export async function readEquipment(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, EquipmentRow>> {
  const rows = await selectEquipment(db(ctx))
    .where('equipment.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, equipmentOf(row, ctx.locale)]));
}

/** One equipment that is there to be seen and booked. */
export async function findEquipment(ctx: Context, id: string): Promise<EquipmentRow | undefined> {
  const row = await selectEquipment(db(ctx))
    .where('equipment.id', '=', id)
    .where('equipment.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && equipmentOf(row, ctx.locale);
}

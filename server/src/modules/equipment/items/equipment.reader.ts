import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { type Locale, pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import type { BookingRules } from './booking-rules.rules.ts';

/** The columns of a {@link StoredEquipment}, for a statement over `equipment`, its `equipment_type` and its `centre`. */
export const equipmentColumns = sql`equipment.id, equipment.name as "ownName", equipment_type.names as "typeNames",
  equipment.description, equipment.type_key as "typeKey", equipment.centre_id as "centreId", centre.zone,
  equipment.audience, equipment.grid_minutes as "gridMinutes", equipment.minimum_minutes as "minimumMinutes",
  equipment.maximum_minutes as "maximumMinutes", equipment.lead_minutes as "leadMinutes",
  equipment.horizon_days as "horizonDays", equipment.buffer_before_minutes as "bufferBeforeMinutes",
  equipment.buffer_after_minutes as "bufferAfterMinutes"`;

/** Equipment with its centre's zone, whether or not it was withdrawn since. */
export const selectEquipment = sql`select ${equipmentColumns} from equipment
  join equipment_type on equipment_type.key = equipment.type_key
  join centre on centre.id = equipment.centre_id`;

export interface EquipmentRow {
  id: string;
  /** Its own name, else its type's in the reader's language. */
  name: string;
  description: string;
  typeKey: string;
  centreId: string;
  /** The centre's IANA zone. */
  zone: string;
  rules: BookingRules;
}

export interface StoredEquipment
  extends Pick<EquipmentRow, 'id' | 'description' | 'typeKey' | 'centreId' | 'zone'>,
    BookingRules {
  readonly ownName: string | null;
  readonly typeNames: Record<string, string>;
}

/** A row as the fields of `Equipment` read it. */
export function equipmentOf(stored: StoredEquipment, locale: Locale): EquipmentRow {
  const { id, ownName, typeNames, description, typeKey, centreId, zone } = stored;
  const { audience, gridMinutes, minimumMinutes, maximumMinutes, leadMinutes, horizonDays } = stored;
  const { bufferBeforeMinutes, bufferAfterMinutes } = stored;
  const rules = {
    ...{ audience, gridMinutes, minimumMinutes, maximumMinutes, leadMinutes, horizonDays },
    ...{ bufferBeforeMinutes, bufferAfterMinutes },
  };
  const name = ownName ?? pickTranslation(typeNames, locale) ?? typeKey;
  return { id, name, description, typeKey, centreId, zone, rules };
}

/** Equipment by id, also what was withdrawn: bookings go on naming it. */
export async function readEquipment(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, EquipmentRow>> {
  const { rows } = await sql<StoredEquipment>`
    ${selectEquipment} where equipment.id = any(${ids}::uuid[])`.execute(db(ctx));
  return new Map(rows.map((row) => [row.id, equipmentOf(row, ctx.locale)]));
}

/** One equipment that is there to be seen and booked. */
export async function findEquipment(ctx: Context, id: string): Promise<EquipmentRow | undefined> {
  const { rows } = await sql<StoredEquipment>`
    ${selectEquipment} where equipment.id = ${id}::uuid and equipment.withdrawn_at is null`.execute(db(ctx));
  return rows[0] && equipmentOf(rows[0], ctx.locale);
}

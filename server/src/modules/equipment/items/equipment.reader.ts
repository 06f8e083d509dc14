import { jsonBuildObject } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { type Locale, pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import type { AttributeValues } from '../../vocabulary/attributes/attribute.rules.ts';
import type { BookingRules } from './booking-rules.rules.ts';
import type { EquipmentEvidence, EquipmentState } from './equipment.enums.ts';

export interface EquipmentRow {
  id: string;
  /** Its own name, else its type's in the reader's language. */
  name: string;
  description: string;
  evidence: EquipmentEvidence | null;
  state: EquipmentState;
  /** Where in the centre it stands; may be empty. */
  room: string;
  attributes: AttributeValues;
  typeKey: string;
  centreId: string;
  /** The centre's IANA zone. */
  zone: string;
  rules: BookingRules;
}

/** Equipment with its type and its centre, whether or not it was withdrawn since. */
export const selectEquipment = (database: Database) =>
  database
    .selectFrom('equipment')
    .innerJoin('equipment_type', 'equipment_type.key', 'equipment.type_key')
    .innerJoin('centre', 'centre.id', 'equipment.centre_id')
    .select(['equipment.id', 'equipment.name as ownName', 'equipment_type.names as typeNames'])
    .select([
      'equipment.description as ownDescription',
      'equipment.translations',
      'equipment.state',
      'equipment.room',
      'equipment.attributes',
      'equipment.evidence',
      'equipment.type_key as typeKey',
      'equipment.centre_id as centreId',
      'centre.zone',
    ])
    .select((eb) =>
      jsonBuildObject({
        audience: eb.ref('equipment.audience'),
        approval: eb.ref('equipment.approval'),
        gridMinutes: eb.ref('equipment.grid_minutes'),
        minimumMinutes: eb.ref('equipment.minimum_minutes'),
        maximumMinutes: eb.ref('equipment.maximum_minutes'),
        leadMinutes: eb.ref('equipment.lead_minutes'),
        horizonDays: eb.ref('equipment.horizon_days'),
        bufferBeforeMinutes: eb.ref('equipment.buffer_before_minutes'),
        bufferAfterMinutes: eb.ref('equipment.buffer_after_minutes'),
      } satisfies Record<keyof BookingRules, unknown>).as('rules'),
    );

type Selected = Awaited<ReturnType<ReturnType<typeof selectEquipment>['execute']>>[number];

/** A row of {@link selectEquipment} under the name that readers of a language see. */
export const named = (
  { ownName, ownDescription, typeNames, translations, evidence = null, ...row }: Selected,
  locale: Locale,
): EquipmentRow => ({
  ...row,
  evidence,
  name: translations[locale]?.name || ownName || pickTranslation(typeNames, locale) || row.typeKey,
  description: translations[locale]?.description || ownDescription,
});

/** Equipment by id, also what was withdrawn: bookings go on naming it. */
export async function readEquipment(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, EquipmentRow>> {
  const rows = await selectEquipment(db(ctx))
    .where('equipment.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, named(row, ctx.locale)]));
}

/** One equipment that is there to be seen and booked. */
export async function findEquipment(ctx: Context, id: string): Promise<EquipmentRow | undefined> {
  const row = await selectEquipment(db(ctx))
    .where('equipment.id', '=', id)
    .where('equipment.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && named(row, ctx.locale);
}

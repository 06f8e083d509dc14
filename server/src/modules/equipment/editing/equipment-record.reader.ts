import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type CentreAct, may } from '../../../access/rights.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { AttributeValues } from '../../vocabulary/attributes/attribute.rules.ts';
import { typeName } from '../../vocabulary/equipment-types/type-names.sql.ts';
import type { EquipmentTexts } from '../items/equipment.entity.ts';
import type { EquipmentState } from '../items/equipment.enums.ts';

/** A machine as its centre keeps it, with what others do not see. */
export interface EquipmentRecord {
  readonly id: string;
  readonly centreId: string;
  readonly typeKey: string;
  readonly state: EquipmentState;
  readonly version: number;
  readonly name: string | null;
  readonly description: string;
  readonly translations: Readonly<Record<string, EquipmentTexts>>;
  readonly room: string;
  readonly attributes: AttributeValues;
  readonly units: readonly UnitRecord[];
  readonly stewardIds: readonly string[];
}

/** A unit in use, as its centre keeps it. */
export interface UnitRecord {
  readonly id: string;
  readonly position: number;
  readonly name: string | null;
  readonly serial: string;
  readonly code: string;
}

/** Machines by id as their centre keeps them, whoever asks. */
export async function readRecords(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, EquipmentRecord>> {
  const rows = await db(ctx)
    .selectFrom('equipment')
    .select(['id', 'centre_id as centreId', 'type_key as typeKey', 'state', 'version', 'name', 'description', 'room'])
    .select(['translations', 'attributes'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('unit')
          .select(['unit.id', 'unit.position', 'unit.name', 'unit.serial', 'unit.code'])
          .whereRef('unit.equipment_id', '=', 'equipment.id')
          .where('unit.withdrawn_at', 'is', null)
          .orderBy('unit.position'),
      ).as('units'),
      eb
        .selectFrom('equipment_steward')
        .select(sql<string[]>`coalesce(array_agg(person_id order by since, person_id), '{}')`.as('ids'))
        .whereRef('equipment_steward.equipment_id', '=', 'equipment.id')
        .as('stewardIds'),
    ])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ name, units, stewardIds, ...row }) => [
      row.id,
      {
        ...row,
        name: name ?? null,
        stewardIds: stewardIds ?? [],
        units: units.map((unit) => ({ ...unit, name: unit.name ?? null })),
      },
    ]),
  );
}

/**
 * A machine of a centre where the actor may do something. With `lock`, whoever else changes it, and every booking of it,
 * waits until the transaction ends. Throws NOT_FOUND, FORBIDDEN; a draft is NOT_FOUND for all who do not work there.
 */
export async function findRecord(ctx: Context, id: string, act: CentreAct, lock = false): Promise<EquipmentRecord> {
  if (!isId(id)) throw notFound();
  if (lock) await db(ctx).selectFrom('equipment').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  const record = (await readRecords(ctx, [id])).get(id);
  if (!record) throw notFound();
  if (may(ctx.actor, act, record.centreId)) return record;
  if (record.state !== 'published' && !may(ctx.actor, 'see-desk', record.centreId)) throw notFound();
  throw new DomainError('FORBIDDEN');
}

/** All machines of a centre by their name in the reader's language, drafts and what was withdrawn too. */
export async function listRecords(ctx: Context, centreId: string): Promise<EquipmentRecord[]> {
  const rows = await db(ctx)
    .selectFrom('equipment')
    .innerJoin('equipment_type', 'equipment_type.key', 'equipment.type_key')
    .select('equipment.id')
    .where('equipment.centre_id', '=', centreId)
    .orderBy((eb) => eb.fn('talka_fold', [eb.fn.coalesce('equipment.name', typeName(ctx.locale))]))
    .orderBy('equipment.id')
    .execute();
  if (rows.length === 0) return [];
  const records = await readRecords(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => records.get(id) ?? []);
}

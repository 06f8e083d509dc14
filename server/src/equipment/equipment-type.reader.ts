import { sql } from 'kysely';
import { type Context, db } from '../context.ts';
import { type Locale, pickTranslation } from '../i18n/locale.rules.ts';
import type { Database } from '../tables.ts';

const selectTypes = (database: Database) =>
  database
    .selectFrom('equipment_type')
    .select(['key', 'names as translations', 'group', 'induction', 'capability', 'reference']);

type StoredType = Awaited<ReturnType<ReturnType<typeof selectTypes>['execute']>>[number];

export interface EquipmentTypeRow extends StoredType {
  /** In the reader's language. */
  name: string;
}

const named = (row: StoredType, locale: Locale): EquipmentTypeRow => ({
  ...row,
  name: pickTranslation(row.translations, locale) ?? row.key,
});

/** Equipment types by key, named in the reader's language. */
export async function readEquipmentTypes(
  ctx: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, EquipmentTypeRow>> {
  const rows = await selectTypes(db(ctx))
    .where('key', 'in', [...keys])
    .execute();
  return new Map(rows.map((row) => [row.key, named(row, ctx.locale)]));
}

/** All equipment types by their name in the reader's language. */
export async function listEquipmentTypes(ctx: Context): Promise<EquipmentTypeRow[]> {
  const rows = await selectTypes(db(ctx))
    .orderBy(sql`talka_fold(coalesce(names ->> ${ctx.locale}, names ->> 'en', key))`)
    .orderBy('key')
    .execute();
  return rows.map((row) => named(row, ctx.locale));
}

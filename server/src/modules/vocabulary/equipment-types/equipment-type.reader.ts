import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { type Locale, pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { typeName } from './type-names.sql.ts';

const selectTypes = (database: Database) =>
  database
    .selectFrom('equipment_type')
    .select(['key', 'names as translations', 'group', 'induction', 'capability', 'reference', 'attributes']);

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
    .orderBy((eb) => eb.fn('talka_fold', [typeName(ctx.locale)]))
    .orderBy('key')
    .execute();
  return rows.map((row) => named(row, ctx.locale));
}

/** All equipment types with the words that people say for them. */
export async function listSpokenTypes(ctx: Context) {
  const rows = await selectTypes(db(ctx)).select('words').orderBy('key').execute();
  return rows.map(({ words, ...row }) => ({ ...named(row, ctx.locale), words }));
}

/** How much equipment of each type is offered; types without any are left out. */
export async function countEquipmentOfTypes(
  ctx: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('equipment')
    .select((eb) => ['type_key as key', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('type_key', 'in', [...keys])
    .where('withdrawn_at', 'is', null)
    .groupBy('type_key')
    .execute();
  return new Map(rows.map(({ key, count }) => [key, count]));
}

import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { defaultLocale, type Locale, locales } from '../../../platform/i18n/locale.rules.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly demonstration: boolean;
}

/** What anyone may know of people, by id. */
export async function readPeople(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  const rows = await db(ctx)
    .selectFrom('person')
    .select(['id', 'name', 'demonstration'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The languages in which people want their e-mails, by person. */
export async function readLocales(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Locale>> {
  const rows = await db(ctx)
    .selectFrom('person')
    .select(['id', 'locale'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, locales.find((locale) => locale === row.locale) ?? defaultLocale]));
}

/** Whether somebody is an invented person of the demonstration, whose account many people use. */
export async function isDemonstration(db: Database, personId: string): Promise<boolean> {
  const person = db.selectFrom('person').select('id').where('id', '=', personId).where('demonstration', '=', true);
  return (await person.executeTakeFirst()) !== undefined;
}

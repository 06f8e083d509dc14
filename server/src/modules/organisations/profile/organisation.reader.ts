import { type Context, db } from '../../../platform/context/context.ts';
import type { SizeClass } from './organisation.enums.ts';

export interface OrganisationRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly sizeClass: SizeClass;
  readonly summary: string;
  readonly website?: string | null;
  readonly cityId: string;
}

/** Organisations by id. */
export async function readOrganisations(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationRow>> {
  const rows = await db(ctx)
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'size_class as sizeClass', 'summary', 'website', 'city_id as cityId'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

import { type Context, db } from '../context.ts';
import type { OrganisationType } from './organisation.type.ts';

/** Organisations by id. */
export async function readOrganisations(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationType>> {
  const rows = await db(ctx)
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'size_class as sizeClass', 'summary', 'website', 'city_id as cityId'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

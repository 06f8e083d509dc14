import type { Context } from '../../../platform/context/context.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import type { CentreFilter } from '../search/centre-filter.rules.ts';
import { matchingCentres } from '../search/centre-search.reader.ts';

/** A centre as a map draws it. */
export interface CentrePoint {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly model: CentreModel;
  readonly latitude: number;
  readonly longitude: number;
}

/** More points than this no map can show apart, and no browser draws well. */
export const mostPoints = 5000;

/** The centres of searches that have a point, at most {@link mostPoints} each, by the JSON of the search's filter. */
export async function readCentrePoints(
  ctx: Context,
  filters: readonly string[],
): Promise<ReadonlyMap<string, CentrePoint[]>> {
  const points = filters.map(
    async (key): Promise<[string, CentrePoint[]]> => [key, await pointsOf(ctx, JSON.parse(key))],
  );
  return new Map(await Promise.all(points));
}

async function pointsOf(ctx: Context, filter: CentreFilter): Promise<CentrePoint[]> {
  const rows = await (await matchingCentres(ctx, filter))
    .select(['centre.id', 'centre.slug', 'centre.name', 'centre.model', 'centre.latitude', 'centre.longitude'])
    .where('centre.latitude', 'is not', null)
    .where('centre.longitude', 'is not', null)
    .orderBy('centre.id')
    .limit(mostPoints)
    .$narrowType<{ latitude: number; longitude: number }>()
    .execute();
  return rows;
}

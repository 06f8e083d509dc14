import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { matchingCentres } from './centre-search.reader.ts';

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

/** The centres of a search that have a point, in one statement, at most {@link mostPoints}. */
export async function readCentrePoints(ctx: Context, filter: CentreFilter): Promise<CentrePoint[]> {
  return matchingCentres(ctx, filter)
    .select(['centre.id', 'centre.slug', 'centre.name', 'centre.model'])
    .select([sql<number>`centre.latitude`.as('latitude'), sql<number>`centre.longitude`.as('longitude')])
    .where('centre.latitude', 'is not', null)
    .where('centre.longitude', 'is not', null)
    .orderBy('centre.id')
    .limit(mostPoints)
    .execute();
}

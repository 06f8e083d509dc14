import { type RawBuilder, sql } from 'kysely';
import type { Near } from '../../../platform/search/near.rules.ts';
import { isInside, kilometresFrom, type PointColumns } from '../../../platform/search/near.sql.ts';

const centrePoint: PointColumns = { latitude: sql`centre.latitude`, longitude: sql`centre.longitude` };

/** Kilometres between a point and the row of `centre`; null where the centre has no point. */
export const distanceFrom = (near: Near): RawBuilder<number> => kilometresFrom(near, centrePoint);

/** The row of `centre` lies in the circle. */
export const isNear = (near: Near): RawBuilder<boolean> => isInside(near, centrePoint);

/** The row of `city` has this slug. */
export const inCity = (slug: string): RawBuilder<boolean> => sql`city.slug = ${slug}`;

/** The row of `city` lies in this country, ISO 3166-1 alpha-2. */
export const inCountry = (code: string): RawBuilder<boolean> => sql`city.country_code = ${code}`;

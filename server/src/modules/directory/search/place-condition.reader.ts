import { type RawBuilder, sql } from 'kysely';
import { boundingBox, earthRadius, type Near } from './near.rules.ts';

/** Kilometres between a point and the row of `centre`, on a sphere; null where the centre has no point. */
export const distanceFrom = ({ latitude, longitude }: Near): RawBuilder<number> => sql`
  (2 * ${earthRadius}::float8 * asin(least(1, sqrt(
    sin(radians(centre.latitude - ${latitude}::float8) / 2) ^ 2
    + cos(radians(${latitude}::float8)) * cos(radians(centre.latitude))
      * sin(radians(centre.longitude - ${longitude}::float8) / 2) ^ 2))))`;

/** The row of `centre` lies in the circle. */
export function isNear(near: Near): RawBuilder<boolean> {
  const { south, north, meridians } = boundingBox(near);
  const between = meridians
    ? sql`and centre.longitude between ${meridians.west}::float8 and ${meridians.east}::float8`
    : sql``;
  return sql`(centre.latitude between ${south}::float8 and ${north}::float8 ${between}
    and ${distanceFrom(near)} <= ${near.within}::float8)`;
}

/** The row of `city` has this slug. */
export const inCity = (slug: string): RawBuilder<boolean> => sql`city.slug = ${slug}`;

/** The row of `city` lies in this country, ISO 3166-1 alpha-2. */
export const inCountry = (code: string): RawBuilder<boolean> => sql`city.country_code = ${code}`;

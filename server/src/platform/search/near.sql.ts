import { type RawBuilder, sql } from 'kysely';
import { boundingBox, earthRadius, type Near } from './near.rules.ts';

/** Where a row lies, as SQL: degrees, null where it has no point. */
export interface PointColumns {
  readonly latitude: RawBuilder<number | null>;
  readonly longitude: RawBuilder<number | null>;
}

/** Kilometres between a point and a row, on a sphere; null where the row has no point. */
export const kilometresFrom = ({ latitude, longitude }: Near, row: PointColumns): RawBuilder<number> => sql`
  (2 * ${earthRadius}::float8 * asin(least(1, sqrt(
    sin(radians(${row.latitude} - ${latitude}::float8) / 2) ^ 2
    + cos(radians(${latitude}::float8)) * cos(radians(${row.latitude}))
      * sin(radians(${row.longitude} - ${longitude}::float8) / 2) ^ 2))))`;

/** A row lies in the circle. */
export function isInside(near: Near, row: PointColumns): RawBuilder<boolean> {
  const { south, north, meridians } = boundingBox(near);
  const between = meridians
    ? sql`and ${row.longitude} between ${meridians.west}::float8 and ${meridians.east}::float8`
    : sql``;
  return sql`(${row.latitude} between ${south}::float8 and ${north}::float8 ${between}
    and ${kilometresFrom(near, row)} <= ${near.within}::float8)`;
}

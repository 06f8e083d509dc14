import { type RawBuilder, sql } from 'kysely';

/** A time to the microsecond, as ISO 8601 in UTC: a `Date` would put neighbours of a list in one place. */
export const exactMoment = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The beginning of a post's text; as it was typed until it is rendered. */
export const excerpt = sql<string>`coalesce(post.excerpt, left(post.body, 220))`;

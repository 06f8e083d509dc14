import { type RawBuilder, sql } from 'kysely';
import type { Keyset, KeysetColumn } from './pagination.rules.ts';

/** What a list is sorted by, ascending; the last column tells any two rows apart. */
export interface SortColumn {
  readonly type: Extract<KeysetColumn, 'string' | 'number' | 'id'>;
  readonly value: RawBuilder<unknown>;
}

const casts = { string: sql`text`, number: sql`float8`, id: sql`uuid` };

/** The rows behind a place in a list; all of them where no place is given. */
export function behind(columns: readonly SortColumn[], after: Keyset | undefined): RawBuilder<boolean> {
  if (!after) return sql`true`;
  const values = columns.map(({ type }, index) => sql`${after[index]}::${casts[type]}`);
  return sql`(${sql.join(columns.map(({ value }) => value))}) > (${sql.join(values)})`;
}

/** The sort values of each row, as its cursor needs them. */
export const keysetOf = (columns: readonly SortColumn[]): RawBuilder<Keyset> =>
  sql`json_build_array(${sql.join(columns.map(({ value }) => value))})`;

/** Every condition at once; true where there is none. */
export const allOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;

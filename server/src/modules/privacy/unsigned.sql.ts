import { type RawBuilder, sql } from 'kysely';
import { literally } from './personal-data.rules.ts';

/** Stands where the name or address of somebody who left was, and as the title of what they removed. */
export const gone = '…';

/** A text without the name and the address of somebody. */
export const unsigned = (column: string, { name, email }: { name: string; email: string }): RawBuilder<string> =>
  sql<string>`regexp_replace(${sql.ref(column)}, ${`${literally(name)}|${literally(email)}`}, ${gone}, 'gi')`;

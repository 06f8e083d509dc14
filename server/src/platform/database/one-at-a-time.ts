import { type Kysely, sql } from 'kysely';

/**
 * Does work that only one process on a PostgreSQL may do at a time; others that come to it wait. The work uses
 * connections of its own.
 */
export async function oneAtATime<Tables, Result>(
  rows: Kysely<Tables>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return rows.transaction().execute(async (waiting) => {
    // However long the other takes: a first migration may need more than one statement is given.
    await sql`set local statement_timeout = 0`.execute(waiting);
    await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(waiting);
    return work();
  });
}

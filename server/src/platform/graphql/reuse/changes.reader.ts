import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';

/** What a statement sees of the database, to be compared with what a later one sees. */
export interface Sight {
  readonly snapshot: string;
  /** Differs once the database server was started again. */
  readonly epoch: string;
}

/**
 * What the database holds now, and the names noted by transactions which `since` did not see yet, whatever the order
 * in which transactions began and ended.
 */
export async function readChanges(db: Database, since: Sight): Promise<Sight & { readonly names: readonly string[] }> {
  const { rows } = await sql<Sight & { names: string[] }>`
    select pg_current_snapshot()::text as snapshot, pg_postmaster_start_time()::text as epoch,
      array(select distinct name from table_change
        where xid >= pg_snapshot_xmin(${since.snapshot}::pg_snapshot)
          and xid < pg_snapshot_xmax(pg_current_snapshot())
          and not pg_visible_in_snapshot(xid, ${since.snapshot}::pg_snapshot)) as names`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('what is seen is one row');
  return row;
}

/** A first sight, before which nothing counts. */
export async function readSight(db: Database): Promise<Sight> {
  const { rows } = await sql<Sight>`
    select pg_current_snapshot()::text as snapshot, pg_postmaster_start_time()::text as epoch`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('what is seen is one row');
  return row;
}

export interface WatchedTable {
  /** Its changes are noted under its name. */
  readonly watched: boolean;
  /** The changes of each row are noted as `table:id`. */
  readonly rowsWatched: boolean;
}

/**
 * Every table by the name under which statements of ours know it, and how its changes are noted. Tables of other
 * schemas stand behind the name of their schema, of which nothing is noted.
 */
export async function readTables(db: Database): Promise<ReadonlyMap<string, WatchedTable>> {
  const noted = (trigger: string) => sql`exists (select from pg_trigger
    where tgrelid = pg_class.oid and tgname = ${trigger} and tgenabled in ('O', 'A'))`;
  const { rows } = await sql<{ name: string } & WatchedTable>`
    select relname as name, ${noted('note_change')} as watched, ${noted('note_row_change')} as "rowsWatched"
    from pg_class
    where relkind in ('r', 'p', 'v', 'm', 'f') and pg_table_is_visible(oid) and relnamespace <> 'pg_catalog'::regnamespace
    union all select nspname, false, false from pg_namespace
    where nspname <> current_schema() and not exists (select from pg_class
      where relname = nspname and pg_table_is_visible(oid))`.execute(db);
  return new Map(rows.map(({ name, ...noted }) => [name, noted]));
}

/**
 * Forgets what a sight long ago already held, which every process has heard of, and what a restored backup brought
 * from another server, whose transactions are numbered otherwise.
 */
export async function forgetChanges(db: Database, { snapshot }: Sight): Promise<void> {
  await sql`delete from table_change
    where (xid < pg_snapshot_xmax(${snapshot}::pg_snapshot) and pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot))
      or xid >= pg_snapshot_xmax(pg_current_snapshot())`.execute(db);
}

import { literal, quoted, type SequenceState, type ServerState, type TableShape } from './backup-format.rules.ts';

/** Asks the database in the transaction of a backup or restore. */
export type Ask = <Row extends object>(statement: string) => Promise<Row[]>;

/** What the migrator keeps for itself; the names of the migrations stand in the backup's header. */
export const migrationTable = 'mikro_orm_migrations';

const notOfExtension = (oid: string, catalogue: string) =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.classid = '${catalogue}'::regclass and d.deptype = 'e')`;

/** Our tables with the columns that can be written, both in a stable order. */
export function readTables(ask: Ask): Promise<TableShape[]> {
  return ask<TableShape>(`
    select c.relname as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> '${migrationTable}' and ${notOfExtension('c.oid', 'pg_class')}
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
}

/** The state of our counters. */
export function readSequences(ask: Ask): Promise<SequenceState[]> {
  return ask<SequenceState>(`
    select sequencename as name, coalesce(last_value, start_value)::text as last, last_value is not null as used
    from pg_sequences where schemaname = 'public' and sequencename not like '${migrationTable}%' order by sequencename`);
}

/** The database server and where its count of transactions stands. */
export async function readServerState(ask: Ask): Promise<ServerState> {
  const [state] = await ask<ServerState>(`
    select system_identifier::text as system, pg_snapshot_xmax(pg_current_snapshot())::text as transaction
    from pg_control_system()`);
  if (!state) throw new Error('a server has one control file');
  return state;
}

/** The migrations that the database has been through, in order; none in an empty database. */
export async function readMigrations(ask: Ask): Promise<string[]> {
  const [found] = await ask<{ known: boolean }>(`select to_regclass('public.${migrationTable}') is not null as known`);
  if (!found?.known) return [];
  const rows = await ask<{ name: string }>(`select name from public.${migrationTable} order by id`);
  return rows.map(({ name }) => name);
}

/** The tables that hold a row. */
export async function readFilledTables(ask: Ask, tables: readonly TableShape[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const each = tables.map(
    ({ name }) => `select ${literal(name)} as name where exists (select from public.${quoted(name)})`,
  );
  return (await ask<{ name: string }>(each.join(' union all '))).map(({ name }) => name);
}

/** Jobs that were asked for and not done; they are not part of a backup. */
export async function countWaitingJobs(ask: Ask): Promise<number> {
  const [found] = await ask<{ known: boolean }>(`select to_regclass('pgboss.job') is not null as known`);
  if (!found?.known) return 0;
  const [row] = await ask<{ count: number }>(
    `select count(*)::int as count from pgboss.job where state::text in ('created', 'retry', 'active') and name not like '\\_\\_%'`,
  );
  return row?.count ?? 0;
}

/** Statements that remove everything of ours, and the queue of jobs, which belongs to what is replaced. */
export async function readDropStatements(ask: Ask): Promise<string[]> {
  const rows = await ask<{ statement: string }>(`
    select format('drop %s if exists public.%I cascade',
      case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
      c.relname) as statement
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and ${notOfExtension('c.oid', 'pg_class')}
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
    where p.pronamespace = 'public'::regnamespace and ${notOfExtension('p.oid', 'pg_proc')}
    union all
    select format('drop type if exists public.%I cascade', t.typname) from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${notOfExtension('t.oid', 'pg_type')}
    union all select 'drop schema if exists pgboss cascade'`);
  return rows.map(({ statement }) => statement);
}

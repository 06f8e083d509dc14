import { floorKey } from '../../platform/events/event-log.reader.ts';

const notOfExtension = (oid: string, catalogue: string) =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.classid = '${catalogue}'::regclass and d.deptype = 'e')`;

/** Our tables, whichever version of the schema they are of. */
export const ourTables = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and ${notOfExtension('c.oid', 'pg_class')}
  order by 1`;

/** Removes everything of ours, and the queue of jobs; extensions stay, which may be somebody else's. */
export const dropEverything = `
do $$ declare statement text; begin
  for statement in
    select format('drop %s if exists public.%I cascade',
      case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
      c.relname)
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and ${notOfExtension('c.oid', 'pg_class')}
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
    where p.pronamespace = 'public'::regnamespace and ${notOfExtension('p.oid', 'pg_proc')}
    union all
    select format('drop type if exists public.%I cascade', t.typname) from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${notOfExtension('t.oid', 'pg_type')}
    union all select 'drop schema if exists pgboss cascade'
  loop execute statement; end loop;
end $$;
`;

/**
 * Makes restored events those of this moment: places in the log that were given out before belong to what happened
 * after the backup as well, so whoever comes back with one is told to load anew. Consumers go on with the first event
 * that they had not done.
 */
export const disownLog = `
do $$ begin if to_regclass('public.event_consumer') is not null then
  update public.event_consumer consumer set xid = pg_current_xact_id(), event_id = coalesce(
    (select min(id) - 1 from public.logged_event
      where (logged_event.xid, logged_event.id) > (consumer.xid, consumer.event_id)),
    (select max(id) from public.logged_event), 0);
end if; end $$;
update public.logged_event set xid = pg_current_xact_id();
insert into public.installation_fact (key, value)
  values ('${floorKey}', jsonb_build_object('xid', pg_current_xact_id()::text, 'id', '0'))
  on conflict (key) do update set value = excluded.value;
`;

/**
 * Counts transactions on, so that an unpacked database does not give out places in the log again that it gave out
 * after its backup: more than a pilot writes in a month, in two seconds.
 */
export const passTransactions = `
do $$ begin for each in 1..200000 loop perform pg_current_xact_id(); commit; end loop; end $$;
`;

/** Jobs of the past are not done again: a letter sent twice is worse than one asked for again. */
export const forgetJobs = `
do $$ begin if to_regclass('pgboss.job') is not null then delete from pgboss.job; end if; end $$;
`;

/** Fails where a table has not as many rows as it should: the database, not the sender, says what arrived. */
export const assertRows = (rows: ReadonlyMap<string, number>): string => `
do $$ declare arrived bigint; begin
${[...rows]
  .map(
    ([table, count]) => `
  select count(*) into arrived from public.${table};
  if arrived <> ${count} then raise exception 'Of ${count} rows of ${table} % arrived.', arrived; end if;`,
  )
  .join('')}
end $$;
`;

import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';

/**
 * Gives all time of a unit that nobody has to the outage that lasts there, from now to its expected end. What others
 * have stays theirs; once they let go of it, this is done again.
 */
export async function coverOutage(tx: Context, unitId: string): Promise<void> {
  await sql`
    insert into occupancy (id, unit_id, during, kind, blocking, outage_id)
    select gen_random_uuid(), outage.unit_id, gap, 'outage', true, outage.id
    from outage
    cross join lateral unnest(
      tstzmultirange(tstzrange(greatest(outage.starts_at, ${tx.now}::timestamptz), outage.ends_at)) - coalesce((
        select range_agg(taken.during) from occupancy taken
        where taken.unit_id = outage.unit_id and taken.blocking
          and taken.during && tstzrange(outage.starts_at, outage.ends_at)), '{}'::tstzmultirange)) gap
    where outage.unit_id = ${unitId} and outage.lifted_at is null and outage.ends_at > ${tx.now}::timestamptz
    on conflict do nothing`.execute(db(tx));
}

import { sql } from 'kysely';
import { stableId } from '../../shared/ids/stable-id.rules.ts';
import type { Database } from '../database/tables.ts';

/** How often something may be done within a stretch of time, which begins with the first. */
export interface Allowance {
  readonly times: number;
  readonly seconds: number;
}

/** Who does what; `who` is kept as a digest alone, `deed` in at most 120 characters. */
export interface Attempt {
  readonly who: string;
  readonly deed: string;
}

const subjectOf = (who: string): string => stableId('attempt', who);

/**
 * Counts once more, for all processes together and as one statement, so that of many at the same moment no more than
 * allowed go through. Returns the whole seconds to wait where the stretch already held as many as allowed.
 */
export async function countAttempt(
  db: Database,
  { who, deed }: Attempt,
  { times, seconds }: Allowance,
  now: Date,
): Promise<number | undefined> {
  const until = new Date(now.getTime() + seconds * 1000);
  const { rows } = await sql<{ wait: number | null }>`
    insert into attempt_count as past (subject, deed, times, ends_at)
    values (${subjectOf(who)}, ${deed}, 1, ${until})
    on conflict (subject, deed) do update set
      times = case when past.ends_at <= ${now} then 1 else least(past.times, ${times}::int) + 1 end,
      ends_at = case when past.ends_at <= ${now} then excluded.ends_at else past.ends_at end
    returning case when times > ${times}::int then ceil(extract(epoch from ends_at - ${now}::timestamptz))::int end as wait
  `.execute(db);
  return rows[0]?.wait ?? undefined;
}

/** How often somebody did each of some deeds in a stretch that lasts; what is not there was not done. */
export async function readAttempts(
  db: Database,
  who: string,
  deeds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('attempt_count')
    .select(['deed', 'times'])
    .where('subject', '=', subjectOf(who))
    .where('deed', 'in', deeds)
    .where('ends_at', '>', now)
    .execute();
  return new Map(rows.map(({ deed, times }) => [deed, times]));
}

/** Forgets what somebody did, one deed or every deed whose name begins so. */
export async function forgetAttempts(db: Database, who: string, deeds: string): Promise<void> {
  await db
    .deleteFrom('attempt_count')
    .where('subject', '=', subjectOf(who))
    .where((row) => row.fn<boolean>('starts_with', ['deed', row.val(deeds)]))
    .execute();
}

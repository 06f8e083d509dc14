import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { isAwaited } from './awaited.sql.ts';

export interface ConsumerLag {
  readonly name: string;
  /** When the oldest event happened that it has still to handle; null where none waits. */
  readonly oldestAt: Date | null;
}

/** How far every consumer lags behind, by name. */
export async function readConsumerLag(rows: Database): Promise<ConsumerLag[]> {
  const { rows: lags } = await sql<ConsumerLag>`
    select consumer.name,
      (select min(entry.at) from logged_event entry where ${isAwaited(sql`entry`, sql`consumer`)}) as "oldestAt"
    from event_consumer consumer order by consumer.name`.execute(rows);
  return lags;
}

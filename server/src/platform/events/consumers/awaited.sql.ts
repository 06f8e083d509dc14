import { type RawBuilder, sql } from 'kysely';

/** Whether a consumer has still to handle an entry of the log, by the names of both in the statement. */
export const isAwaited = (entry: RawBuilder<unknown>, consumer: RawBuilder<unknown>): RawBuilder<boolean> => sql`
  (${entry}.type = any(${consumer}.types)
    and (${entry}.xid, ${entry}.id) > (${consumer}.xid, ${consumer}.event_id))`;

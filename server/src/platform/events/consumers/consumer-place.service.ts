import { sql } from 'kysely';
import { type Context, db } from '../../context/context.ts';
import type { Database } from '../../database/tables.ts';
import type { LogPosition } from '../cursor.rules.ts';
import { readHead } from '../event-log.reader.ts';
import { keptDays } from '../maintenance/retention.service.ts';
import type { Consumer } from './consumer.ts';

/** Lets new consumers start with what is recorded from now on, and forgets those that no release knew for long. */
export async function registerConsumers(rows: Database, consumers: readonly Consumer[], now: Date): Promise<void> {
  const { xid } = await readHead(rows);
  for (const { name, types } of consumers) {
    await rows
      .insertInto('event_consumer')
      .values({ name, types: [...types], xid: String(xid), event_id: '0', seen_at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ types: [...types], seen_at: now }))
      .execute();
  }
  const long = new Date(now.getTime() - keptDays * 86_400_000);
  await rows.deleteFrom('event_consumer').where('seen_at', '<', long).execute();
}

/** How far a consumer has come; undefined where it is not registered. */
export async function readPlace(rows: Database, name: string): Promise<LogPosition | undefined> {
  return positionOf(await places(rows, name).executeTakeFirst());
}

/** The same, held until the end of the transaction; undefined also where another process holds it. */
export async function holdPlace(tx: Context, name: string): Promise<LogPosition | undefined> {
  return positionOf(await places(db(tx), name).forUpdate().skipLocked().executeTakeFirst());
}

const places = (rows: Database, name: string) =>
  rows
    .selectFrom('event_consumer')
    .select([sql<string>`xid::text`.as('xid'), sql<string>`event_id::text`.as('id')])
    .where('name', '=', name);

const positionOf = (row: { xid: string; id: string } | undefined): LogPosition | undefined =>
  row && { xid: BigInt(row.xid), id: BigInt(row.id) };

/** Notes that a consumer is done with everything up to a place. */
export async function movePlace(tx: Context, name: string, { xid, id }: LogPosition): Promise<void> {
  await db(tx)
    .updateTable('event_consumer')
    .set({ xid: String(xid), event_id: String(id) })
    .where('name', '=', name)
    .execute();
}

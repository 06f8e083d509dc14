import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Deletes e-mails to an address that wait or could not be sent. */
export async function deleteEmails(db: Database, address: string): Promise<void> {
  await sql`delete from pgboss.job where strpos(lower(data::text), ${address}) > 0`.execute(db);
}

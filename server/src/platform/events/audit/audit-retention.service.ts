import type { Database } from '../../database/tables.ts';

/** For how many years it is kept who did what. */
export const auditYears = 2;

/** Deletes what is older. */
export async function pruneAudit(db: Database, now: Date): Promise<void> {
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - auditYears);
  await db.deleteFrom('audit_entry').where('at', '<', oldest).execute();
}

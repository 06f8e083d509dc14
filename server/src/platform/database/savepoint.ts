import { sql } from 'kysely';
import type { Database } from './tables.ts';

/**
 * Runs a statement that a constraint may refuse, in a transaction that then goes on: undefined, and nothing of it
 * stands, where the named constraint did. Throws whatever else goes wrong.
 */
export async function unlessRefused<Result>(
  tx: Database,
  constraint: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  await sql`savepoint unless_refused`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint unless_refused`.execute(tx);
    return result;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== constraint) throw error;
    await sql`rollback to savepoint unless_refused`.execute(tx);
    return undefined;
  }
}

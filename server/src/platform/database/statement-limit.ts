import type { Migration } from '@mikro-orm/migrations';
import { sql } from 'kysely';
import type { Database } from './tables.ts';

/**
 * How long one statement may take, in milliseconds, so that a costly one ends itself before others wait for it. The
 * embedded database knows no such limit; what may run there is bounded before it starts.
 */
export const statementLimit = 5_000;

/** PostgreSQL's code for a statement that took longer than it may. */
const queryCanceled = '57014';

/** Whether a statement was ended because it took too long. */
export function tookTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error as { code?: unknown }).code === queryCanceled || tookTooLong(error.cause);
}

/** Lifts the limit for the open transaction: for loading, changing and moving many rows at once. */
export async function withoutStatementLimit(transaction: Database): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(transaction);
}

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** A migration that may take as long as it needs, under its own name. */
export const unlimited = (Base: MigrationClass): { name: string; class: MigrationClass } => ({
  name: Base.name,
  class: class extends Base {
    override async up(): Promise<void> {
      this.addSql('set local statement_timeout = 0');
      await Base.prototype.up.call(this);
    }
  },
});

/** Gives the planner statistics of what was just loaded; without them a search may take a hundred times as long. */
export async function analyze(database: Database): Promise<void> {
  await sql`analyze`.execute(database);
}

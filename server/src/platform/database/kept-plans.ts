import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { ClientBase, Pool } from 'pg';

const mark = '/* kept */';
/** The mark stands first, or right after the first word. */
const furthest = 40;

/**
 * Begins a statement of which PostgreSQL keeps the plan, connection by connection, since making it takes longer
 * than running it. Only for statements whose text never changes and whose best plan does not depend on values.
 */
export const kept: RawBuilder<unknown> = sql.raw(mark);

/**
 * Joins, in a statement that names few rows, the row with an id (an SQL expression) to each of those before. The
 * planner expects many where a value names them, and would read whole tables; a limit keeps it to one by one.
 */
export const eachById = (table: string, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`cross join lateral (select * from ${sql.table(table)} where id = ${id} limit 1)`;

/** Names the marked statements of every connection, so that the driver prepares them once. */
export function keepPlans(pool: Pool): void {
  pool.on('connect', (client: ClientBase) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown =>
      typeof text === 'string' && Array.isArray(values) && text.slice(0, furthest).includes(mark)
        ? query({ text, values, name: nameOf(text) }, ...rest)
        : query(text, values, ...rest);
    client.query = named as typeof client.query;
  });
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}

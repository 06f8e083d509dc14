import pg from 'pg';
import { CommandRefusedError } from './command-line.ts';
import { ourTables } from './restored.sql.ts';

/**
 * Throws CommandRefusedError where a server uses a database, which would go on with what it remembers of the old
 * tables, or where it has tables that may not go.
 */
export async function refuseTarget(databaseUrl: string, replace: boolean): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows: others } = await client.query<{ count: number }>(`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`);
    const using = others[0]?.count ?? 0;
    if (using > 0) {
      throw new CommandRefusedError(
        `The database is in use by ${using} other connections. Stop Talka, on every machine, and try again. Nothing was changed.`,
      );
    }
    const { rows: tables } = await client.query<{ name: string }>(ourTables);
    if (tables.length > 0 && !replace) {
      const names = tables.map(({ name }) => name).join(', ');
      throw new CommandRefusedError(
        `The database is not empty: it has the tables ${names}. Add --replace to have all of them deleted first. Nothing was changed.`,
      );
    }
  } finally {
    await client.end();
  }
}

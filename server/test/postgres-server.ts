import pg from 'pg';

/** Where a PostgreSQL server for tests is found; `TEST_DATABASE_URL` names another. */
export const postgresUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Whether a PostgreSQL server answers; race tests run only there. */
export const hasPostgres = async (): Promise<boolean> =>
  onServer('select 1').then(
    () => true,
    () => false,
  );

/** Runs a statement beside all databases of tests, or in one of them. */
export async function onServer<Row extends object>(statement: string, database = postgresUrl): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

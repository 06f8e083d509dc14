import { describe, expect, test } from 'vitest';
import { emptyDatabase } from './postgres.ts';
import { hasPostgres } from './postgres-server.ts';
import { runApp } from './running.ts';

describe.runIf(await hasPostgres())('processes that start at once on an empty database', () => {
  test('all come to serve it', async () => {
    const DATABASE_URL = await emptyDatabase();
    const apps = await Promise.all([1, 2, 3].map(() => runApp({ DATABASE_URL })));
    for (const app of apps) expect((await app.get('/health/ready')).status).toBe(200);
    for (const app of apps) await app.close();
  });
});

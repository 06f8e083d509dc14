import { describe, expect, onTestFinished, test } from 'vitest';
import { runApp } from './running.ts';
import { emptyPostgres, hasPostgres } from './world.ts';

describe.runIf(await hasPostgres())('processes that start at once on an empty database', () => {
  test('all come to serve it', async () => {
    const { url, drop } = await emptyPostgres();
    onTestFinished(drop);
    const apps = await Promise.all([1, 2, 3].map(() => runApp({ DATABASE_URL: url })));
    for (const app of apps) expect((await app.get('/health/ready')).status).toBe(200);
    for (const app of apps) await app.close();
  });
});

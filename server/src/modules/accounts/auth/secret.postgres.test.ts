import { expect, onTestFinished, test } from 'vitest';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld } from '../../../../test/world.ts';
import { readOrCreateSecret } from './secret.ts';

test.runIf(await hasPostgres())(
  'processes that start at the same moment share one secret, and later ones find it',
  async () => {
    const world = await postgresWorld();
    onTestFinished(() => world.close());
    const secrets = await Promise.all(Array.from({ length: 8 }, () => readOrCreateSecret(world.em())));
    expect(new Set(secrets).size).toBe(1);
    expect(await readOrCreateSecret(world.em())).toBe(secrets[0]);
    expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32);
  },
);

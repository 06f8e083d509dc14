import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedWorld, hasPostgres, postgresWorld, type World } from '../../../../test/world.ts';
import { readOrCreateSecret } from './secret.ts';

let world: World;
beforeAll(async () => {
  world = (await hasPostgres()) ? await postgresWorld() : await embeddedWorld();
});
afterAll(() => world.close());

test('processes that start at the same moment share one secret, and later ones find it', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => readOrCreateSecret(world.em())));
  expect(new Set(secrets).size).toBe(1);
  expect(await readOrCreateSecret(world.em())).toBe(secrets[0]);
  expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32);
});

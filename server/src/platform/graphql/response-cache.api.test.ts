import type { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePerson } from '../../../test/factories/identity.ts';
import { testLog } from '../../../test/live.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { makeSchema } from '../../schema.ts';
import type { Context } from '../context/context.ts';
import { createApollo } from './apollo.ts';
import { createGuard } from './guard/guard.ts';
import { visitorsCache } from './response-cache.ts';

let world: World;
let apollo: ApolloServer<Context>;
let person: string;
/** What was kept, and for how many seconds. */
const kept = new Map<string, { value: string; ttl: number | null | undefined }>();
beforeAll(async () => {
  world = await embeddedWorld();
  person = await makePerson(world);
  const schema = makeSchema();
  const cache = {
    get: async (key: string) => kept.get(key)?.value,
    set: async (key: string, value: string, options?: { ttl?: number | null }) => {
      kept.set(key, { value, ttl: options?.ttl });
    },
    delete: async (key: string) => kept.delete(key),
  };
  apollo = createApollo(schema, testLog, createGuard(schema), visitorsCache(cache));
  await apollo.start();
});
afterAll(async () => {
  await apollo.stop();
  await world.close();
});
beforeEach(() => kept.clear());

async function ask(personId: string | null, query: string, options?: Parameters<World['contextFor']>[1]) {
  const contextValue = await world.contextFor(personId, options);
  const { body } = await apollo.executeOperation({ query }, { contextValue });
  if (body.kind !== 'single') throw new Error('incremental delivery is not used');
  return body.singleResult;
}
const types = '{ equipmentTypes { name } }';
describe('an answer for visitors', () => {
  test('is given again for five seconds, in the language it was asked in', async () => {
    await ask(null, types);
    expect([...kept.values()].map(({ ttl }) => ttl)).toEqual([5]);
    const [key] = kept.keys();
    kept.set(key as string, {
      value: JSON.stringify({ data: { equipmentTypes: [{ name: 'kept' }] }, cacheTime: 0, cachePolicy: {} }),
      ttl: 5,
    });
    expect(await ask(null, types)).toEqual({ data: { equipmentTypes: [{ name: 'kept' }] } });
    expect((await ask(null, types, { locale: 'lt' })).data).toEqual({ equipmentTypes: [] });
  });

  test('is never given to the signed-in, nor theirs to anybody', async () => {
    await ask(null, '{ me { email } }');
    expect((await ask(person, '{ me { email } }')).data).toEqual({ me: { email: expect.any(String) } });
    expect([...kept.values()].map(({ value }) => JSON.parse(value).data)).toEqual([{ me: null }]);
    expect((await ask(null, '{ me { email } }')).data).toEqual({ me: null });
  });

  test('is not kept where it is a refusal', async () => {
    await ask(null, '{ operations { startedAt } }');
    await ask(null, 'mutation { signOutEverywhere }');
    await ask(null, '{ nonsense }');
    expect(kept.size).toBe(0);
  });
});

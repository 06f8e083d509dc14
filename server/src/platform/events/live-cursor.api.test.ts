import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

test('a visitor learns the place in the stream of events', async () => {
  const { data, errors } = await world.ask<{ liveCursor: string }>(null, '{ liveCursor }');
  expect(errors).toBeUndefined();
  expect(data?.liveCursor).toMatch(/^[0-9a-z]+\.0$/);
});

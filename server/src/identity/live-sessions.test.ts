import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson } from '../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../test/world.ts';
import { rowsOf } from '../database.ts';
import { newId } from '../shared/ids.ts';
import { readLiveSessions } from './live-sessions.reader.ts';
import { Session } from './session.entity.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

async function makeSession(expiresAt: Date): Promise<string> {
  const id = newId();
  const person = await makePerson(world);
  await world.em().insert(Session, { id, person, token: id, expiresAt, createdAt: world.now, updatedAt: world.now });
  return id;
}

test('a session holds until it expires or is deleted', async () => {
  const later = new Date(world.now.getTime() + 1000);
  const [holding, leaving, expired] = [
    await makeSession(later),
    await makeSession(later),
    await makeSession(world.now),
  ];
  const asked = [holding, leaving, expired, newId()];
  expect(await readLiveSessions(rowsOf(world.em()), asked, world.now)).toEqual(new Set([holding, leaving]));
  await world.em().nativeDelete(Session, leaving);
  expect(await readLiveSessions(rowsOf(world.em()), asked, world.now)).toEqual(new Set([holding]));
});

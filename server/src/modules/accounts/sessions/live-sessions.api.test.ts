import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { isSignedInFrom, readLiveSessions } from './live-sessions.reader.ts';
import { Session } from './session.entity.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

async function makeSession(expiresAt: Date): Promise<string> {
  const id = newId();
  const person = await makePerson(world);
  const times = { expiresAt, createdAt: world.now, updatedAt: world.now, lastUsedAt: world.now };
  await world.em().insert(Session, { id, person, token: id, ...times });
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

test('a person is known where they are signed in, and nowhere else', async () => {
  const email = 'pazistama@example.org';
  const person = await makePerson(world, { email });
  const id = newId();
  const times = { createdAt: world.now, updatedAt: world.now, lastUsedAt: world.now };
  const expiresAt = new Date(world.now.getTime() + 60_000);
  await world.em().insert(Session, { id, person, token: id, ipAddress: '192.0.2.1', expiresAt, ...times });
  const from = (address: string, network: string) => isSignedInFrom(rowsOf(world.em()), address, network, world.now);
  expect(await from(email, '192.0.2.1')).toBe(true);
  expect(await from(email, '192.0.2.2')).toBe(false);
  expect(await from('nepazistama@example.org', '192.0.2.1')).toBe(false);
  expect(await isSignedInFrom(rowsOf(world.em()), email, '192.0.2.1', expiresAt)).toBe(false);
});

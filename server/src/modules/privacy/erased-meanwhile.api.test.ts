import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBooking, makeHold } from '../../../test/factories/booking.ts';
import { makePost } from '../../../test/factories/collaboration.ts';
import { makeCentre } from '../../../test/factories/directory.ts';
import { makeEquipment } from '../../../test/factories/equipment.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { signedIn } from '../../platform/context/context.ts';
import { transact } from '../../platform/context/transact.ts';
import { newId } from '../../shared/ids/ids.ts';
import { forgetPerson } from './forget-person.service.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

const time = 'startsAt: "2026-11-25T12:00:00Z", endsAt: "2026-11-25T13:00:00Z"';
const key = 'idempotencyKey: "vienas"';

type Change = (person: string) => Promise<string>;
const changes: readonly (readonly [string, Change, code: string])[] = [
  [
    'bookEquipment',
    async () => `bookEquipment(input: { equipmentId: "${(await makeEquipment(world)).id}", ${time}, ${key} })`,
    'SIGN_IN_REQUIRED',
  ],
  [
    'moveBooking',
    async (booker) => {
      const { units } = await makeEquipment(world);
      const bookingId = await makeBooking(world, {
        ...{ unit: units[0] ?? '', booker },
        ...{ from: '2026-11-26T10:00:00Z', until: '2026-11-26T11:00:00Z' },
      });
      return `moveBooking(input: { bookingId: "${bookingId}", version: 1, ${time}, ${key} })`;
    },
    // The booking stands, but is nobody's any more.
    'NOT_FOUND',
  ],
  [
    'holdTime',
    async () => `holdTime(input: { equipmentId: "${(await makeEquipment(world)).id}", ${time}, token: "${newId()}" })`,
    'SIGN_IN_REQUIRED',
  ],
  [
    'claimHold',
    async () => {
      const { units } = await makeEquipment(world);
      const times = { from: '2026-11-25T12:00:00Z', until: '2026-11-25T13:00:00Z' };
      return `claimHold(token: "${await makeHold(world, { unit: units[0] ?? '', ...times })}")`;
    },
    'SIGN_IN_REQUIRED',
  ],
  [
    'askForMembership',
    async () => {
      const centreId = await makeCentre(world, { membershipAccess: 'on_request' });
      return `askForMembership(input: { centreId: "${centreId}", ${key} })`;
    },
    'SIGN_IN_REQUIRED',
  ],
  [
    'reply',
    async () => `reply(input: { postId: "${await makePost(world, {})}", body: "Turime.", ${key} })`,
    'SIGN_IN_REQUIRED',
  ],
];

test.each(changes)('%s by an account that was erased after it had been signed in', async (_, change, code) => {
  const person = await makePerson(world);
  const document = `mutation { ${await change(person)} { __typename } }`;
  const ctx = await world.contextFor(person);
  await transact(await world.contextFor(person), (tx) => forgetPerson(tx, signedIn(tx), 'keep'));
  expect((await world.askIn(ctx, document)).code).toBe(code);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../../test/bookings.ts';
import { makeEquipment } from '../../../test/factories/equipment.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../database/database.ts';
import { deleteOldKeys } from './idempotency-key.job.ts';

/** 14:00–15:00 and 15:00–16:00 in Vilnius. */
const first = { startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' };
const second = { startsAt: '2026-11-25T13:00:00.000Z', endsAt: '2026-11-25T14:00:00.000Z' };

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

test('a key holds for seven days, what was made with it stays', async () => {
  const person = await makePerson(world);
  const { id: equipmentId } = await makeEquipment(world, { units: 1 });
  const made = world.now.getTime();
  const wish = { equipmentId, ...first, idempotencyKey: 'key' };
  const { answer: booked } = await ask(world, person, wish);
  const forgetAfter = (days: number, milliseconds: number) =>
    deleteOldKeys(rowsOf(world.em()), new Date(made + days * 24 * 60 * 60 * 1000 + milliseconds));

  await forgetAfter(7, -1);
  const { answer: repeated } = await ask(world, person, wish);
  expect(repeated).toMatchObject({ repeated: true, booking: { id: booked?.booking?.id } });

  await forgetAfter(7, 0);
  const { answer: another } = await ask(world, person, { ...wish, ...second });
  expect(another).toMatchObject({ __typename: 'Booked', repeated: false });
  const kept = rowsOf(world.em())
    .selectFrom('booking')
    .select('id')
    .where('id', '=', booked?.booking?.id ?? '');
  expect(await kept.execute()).toHaveLength(1);
});

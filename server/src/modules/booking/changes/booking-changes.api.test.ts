import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, askToApprove, askToCancel, type BookedFields } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const slot = { startsAt: '2026-12-02T12:00:00.000Z', endsAt: '2026-12-02T13:00:00.000Z' };

let world: World;
let live: LiveWorld;
let ruta: string;
let staff: string;
let centre: string;
let booking: BookedFields;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  ruta = await makePerson(world);
  staff = await makePerson(world);
  centre = await makeCentre(world);
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  const { id } = await makeEquipment(world, { centre, approval: 'everyone' });
  const { answer } = await ask(world, ruta, { equipmentId: id, ...slot });
  if (!answer?.booking) throw new Error('not booked');
  booking = answer.booking;
});
afterEach(() => live.stop());

type Update = Record<string, { __typename: string; booking?: { id: string; state: string }; message?: string }>;
const selection = `__typename ... on BookingChange { cursor booking { id state ending { reason } } } ... on AccessRevoked { message }`;
const one = `subscription ($id: ID!) { bookingChanges(bookingId: $id) { ${selection} } }`;
const mine = `subscription { myBookingChanges { ${selection} } }`;
const told = async (stream: AsyncGenerator<{ data: Update | null | undefined; code: string | undefined }, void>) => {
  const [answer] = await take(stream, 1);
  return answer?.code ?? Object.values(answer?.data ?? {})[0];
};

test('holder and staff see on the booking’s page what becomes of it', async () => {
  const streams = [
    await live.follow<Update>(ruta, one, { id: booking.id }),
    await live.follow<Update>(staff, one, { id: booking.id }),
  ];
  await askToApprove(world, staff, { bookingId: booking.id, version: booking.version });
  for (const stream of streams)
    expect(await told(stream)).toMatchObject({ booking: { id: booking.id, state: 'CONFIRMED' } });
  await askToCancel(world, staff, { bookingId: booking.id, version: booking.version + 1, reason: 'Sugedo' });
  for (const stream of streams) {
    expect(await told(stream)).toMatchObject({ booking: { state: 'CANCELLED', ending: { reason: 'Sugedo' } } });
  }
});

test('one’s list hears of one’s own bookings alone', async () => {
  const other = await makePerson(world);
  const [own, foreign] = [await live.follow<Update>(ruta, mine), await live.follow<Update>(other, mine)];
  await askToApprove(world, staff, { bookingId: booking.id, version: booking.version });
  expect(await told(own)).toMatchObject({ booking: { id: booking.id, state: 'CONFIRMED' } });
  const { id } = await makeEquipment(world);
  const { answer } = await ask(world, other, { equipmentId: id, ...slot });
  expect(await told(foreign)).toMatchObject({ booking: { id: answer?.booking?.id } });
});

test('nobody else may listen, and who no longer may is told so', async () => {
  const stranger = await makePerson(world);
  expect(await told(await live.follow<Update>(stranger, one, { id: booking.id }))).toBe('NOT_FOUND');
  expect(await told(await live.follow<Update>(ruta, one, { id: 'nothing' }))).toBe('NOT_FOUND');
  expect(await told(await live.follow<Update>(null, one, { id: booking.id }))).toBe('SIGN_IN_REQUIRED');
  expect(await told(await live.follow<Update>(null, mine))).toBe('SIGN_IN_REQUIRED');
  const stream = await live.follow<Update>(staff, one, { id: booking.id });
  await rowsOf(world.em()).deleteFrom('membership').where('person_id', '=', staff).execute();
  await askToCancel(world, ruta, { bookingId: booking.id, version: booking.version });
  expect(await told(stream)).toMatchObject({ __typename: 'AccessRevoked' });
});

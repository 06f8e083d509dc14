import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askToMove } from '../../../../test/bookings.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { everybodyTold, startTelling, type TellingProcess } from '../../../../test/letters.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { remindOfBookings } from './remind-of-bookings.service.ts';

const hour = 3_600_000;

let world: World;
let mail: MailServer;
let telling: TellingProcess;
let start: Date;
beforeAll(async () => {
  world = await embeddedWorld();
  start = world.now;
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = start;
  mail = await startMailServer();
  telling = await startTelling(world, mail);
});
afterEach(async () => {
  await telling.stop();
  await mail.close();
});

const later = (hours: number) => new Date(start.getTime() + hours * hour);
const bookedIn = async (hours: number, more: { state?: 'requested' | 'cancelled' } = {}) => {
  const booker = await makePerson(world, { name: 'Ona' });
  const { units } = await makeEquipment(world, { name: 'Siuvimo mašina' });
  const [from, until] = [later(hours).toISOString(), later(hours + 1).toISOString()];
  return { booker, id: await makeBooking(world, { unit: units[0] ?? '', booker, from, until, ...more }) };
};
/** What the job does at some hour, each time it comes round; the subjects of what went out. */
async function remindAt(hours: number): Promise<string[]> {
  world.now = later(hours);
  for (let times = 0; times < 2; times += 1) await remindOfBookings(world.context(), AbortSignal.timeout(60_000));
  await everybodyTold(world);
  return mail.taken().map(({ subject }) => subject);
}

test('a booking is reminded of once, the day before', async () => {
  await bookedIn(50);
  expect(await remindAt(25)).toEqual([]);
  expect(await remindAt(26)).toEqual(['Primename: Siuvimo mašina, lapkričio 27 d., penktadienis, 12:00–13:00']);
  expect(await remindAt(30)).toEqual([]);
});

test('a pause of the server loses no reminder, as long as there is something to remind of', async () => {
  await bookedIn(50);
  expect(await remindAt(49)).toHaveLength(1);
  await bookedIn(80);
  expect(await remindAt(80)).toEqual([]);
});

test('what was booked or moved within the last day is not reminded of', async () => {
  await bookedIn(24);
  expect(await remindAt(1)).toEqual([]);
  const { id, booker } = await bookedIn(100);
  world.now = later(90);
  const moved = { startsAt: later(96).toISOString(), endsAt: later(97).toISOString() };
  expect((await askToMove(world, booker, { bookingId: id, version: 1, ...moved })).answer?.booking).toBeDefined();
  await everybodyTold(world);
  expect(await remindAt(91)).toEqual([expect.stringMatching(/^Perkelta: /)]);
});

test('what waits for an answer or was cancelled is not reminded of', async () => {
  await bookedIn(50, { state: 'requested' });
  await bookedIn(50, { state: 'cancelled' });
  expect(await remindAt(40)).toEqual([]);
});

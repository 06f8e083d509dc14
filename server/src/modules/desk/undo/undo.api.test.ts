import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, askToApprove, askToCancel, attend, undo, undoableOf } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { type BookingDraft, makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { everybodyTold, startTelling } from '../../../../test/letters.ts';
import { startMailServer } from '../../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const at = (clock: string) => `2026-11-25T${clock}:00.000Z`;
const second = 1000;

let world: World;
let ruta: string;
let staff: string;
let colleague: string;
let centre: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
  [ruta, staff, colleague] = [await makePerson(world), await makePerson(world), await makePerson(world)];
  centre = await makeCentre(world);
  for (const personId of [staff, colleague]) await makeMembership(world, { personId, centreId: centre, role: 'staff' });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = new Date(at('12:20'));
  laser = await makeEquipment(world, { centre });
});

const later = (milliseconds: number) => {
  world.now = new Date(world.now.getTime() + milliseconds);
};
const book = async (draft: Partial<BookingDraft> = {}) => ({
  bookingId: await makeBooking(world, {
    ...{ unit: laser.units[0] ?? '', booker: ruta, from: at('12:00'), until: at('14:00'), ...draft },
  }),
  version: 1,
});
const coming = { from: at('15:00'), until: at('16:00') };
const takenOf = async (bookingId: string) =>
  rowsOf(world.em())
    .selectFrom('occupancy')
    .select(['during', 'blocking'])
    .where('booking_id', '=', bookingId)
    .executeTakeFirstOrThrow();

type Which = Awaited<ReturnType<typeof book>>;
const acts: [string, () => Promise<Which>, (which: Which) => Promise<{ code: string | undefined }>, string][] = [
  ['checking in', () => book(), (which) => attend(world, staff, 'checkInBooking', which), 'CONFIRMED'],
  ['saying that nobody came', () => book(), (which) => attend(world, staff, 'markNoShow', which), 'CONFIRMED'],
  [
    'approving',
    () => book({ ...coming, state: 'requested' }),
    (which) => askToApprove(world, staff, which),
    'REQUESTED',
  ],
  [
    'cancelling',
    () => book(coming),
    (which) => askToCancel(world, staff, { ...which, reason: 'Remontas' }),
    'CONFIRMED',
  ],
];

describe.each(acts)('%s', (_, prepare, act, before) => {
  beforeEach(async () => {
    // Whom it is for may book here.
    const member = await rowsOf(world.em())
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', ruta)
      .executeTakeFirst();
    if (!member) await makeMembership(world, { personId: ruta, centreId: centre });
  });

  test('is taken back within a minute by whoever did it, and all is as it was', async () => {
    const which = await prepare();
    const taken = await takenOf(which.bookingId);
    expect((await act(which)).code).toBeUndefined();
    const [step] = await undoableOf(world, staff);
    expect(step).toMatchObject({ booking: { id: which.bookingId }, until: at('12:21') });
    later(59 * second);
    const { booking, code } = await undo(world, staff);
    expect(code).toBeUndefined();
    expect(booking).toMatchObject({ state: before, version: 3, checkedInAt: null, finishedAt: null, ending: null });
    expect(await takenOf(which.bookingId)).toEqual(taken);
    expect((await undoableOf(world, staff)).map(({ id }) => id)).not.toContain(step?.id);
    expect((await undo(world, staff, step?.id)).code).toBe('CONFLICT');
  });

  test('cannot be taken back later, by others, or once something else happened', async () => {
    const which = await prepare();
    await act(which);
    const [step] = await undoableOf(world, staff);
    expect(await undoableOf(world, colleague)).toEqual([]);
    expect((await undo(world, colleague, step?.id)).code).toBe('NOT_FOUND');
    expect((await undo(world, null, step?.id)).code).toBe('SIGN_IN_REQUIRED');
    await rowsOf(world.em()).updateTable('booking').set({ version: 3 }).where('id', '=', which.bookingId).execute();
    expect((await undo(world, staff, step?.id)).code).toBe('CONFLICT');
    later(60 * second);
    expect(await undoableOf(world, staff)).toEqual([]);
    expect((await undo(world, staff, step?.id)).code).toBe('CONFLICT');
  });
});

test.each(['', 'x', '00000000-0000-4000-8000-000000000000'])('what never was cannot be taken back: %j', async (id) => {
  expect((await undo(world, staff, id)).code).toBe('NOT_FOUND');
});

test('a cancellation is taken back by whoever it was for, but not where others have the time', async () => {
  const which = await book(coming);
  await askToCancel(world, ruta, which);
  const time = { startsAt: coming.from, endsAt: coming.until };
  const other = await ask(world, staff, { equipmentId: laser.id, ...time });
  expect(other.answer?.__typename).toBe('Booked');
  const refused = await undo(world, ruta);
  expect(refused.reasons?.map(({ condition }) => condition)).toEqual(['SLOT_FREE']);
  await askToCancel(world, staff, { bookingId: other.answer?.booking?.id ?? '', version: 1 });
  expect((await undo(world, ruta)).booking).toMatchObject({ state: 'CONFIRMED' });
});

test.each([
  ['member', 'NOT_FOUND'],
  ['host', 'FORBIDDEN'],
] as const)('who is %s only meanwhile does not take back what staff did: %s', async (role, code) => {
  const which = await book(coming);
  const leaving = await makePerson(world);
  const membership = await makeMembership(world, { personId: leaving, centreId: centre, role: 'staff' });
  await askToCancel(world, leaving, { ...which, reason: 'Remontas' });
  const [step] = await undoableOf(world, leaving);
  expect(step?.booking?.id).toBe(which.bookingId);
  await rowsOf(world.em()).updateTable('membership').set({ role }).where('id', '=', membership).execute();
  expect((await undo(world, leaving, step?.id)).code).toBe(code);
  expect((await takenOf(which.bookingId)).blocking).toBe(false);
});

test('a cancellation is not taken back into hours that end before', async () => {
  const elsewhere = await makeCentre(world);
  await makeMembership(world, { personId: staff, centreId: elsewhere, role: 'staff' });
  const { units } = await makeEquipment(world, { centre: elsewhere });
  const which = await book({ ...coming, unit: units[0] ?? '' });
  await askToCancel(world, staff, { ...which, reason: 'Remontas' });
  await rowsOf(world.em()).deleteFrom('opening_rule').where('centre_id', '=', elsewhere).execute();
  const refused = await undo(world, staff);
  expect(refused.reasons?.map(({ condition }) => condition)).toEqual(['OPENING_HOURS']);
});

describe('who would have been told', () => {
  test('is not before the minute is over, and never of what was taken back', async () => {
    const mail = await startMailServer();
    const telling = await startTelling(world, mail);
    const kept = await book({ from: at('15:00'), until: at('16:00') });
    const undone = await book({ from: at('17:00'), until: at('18:00') });
    const reason = 'Remontas';
    await askToCancel(world, staff, { ...undone, reason });
    await undo(world, staff);
    await askToCancel(world, staff, { ...kept, reason });
    await everybodyTold(world);
    const rows = await rowsOf(world.em())
      .selectFrom('notification')
      .select(['object_id as id', 'due_at as dueAt', 'kind'])
      .where('person_id', '=', ruta)
      .where('object_id', 'in', [kept.bookingId, undone.bookingId])
      .execute();
    expect(rows).toEqual([{ id: kept.bookingId, dueAt: new Date(at('12:21')), kind: 'booking_cancelled_by_staff' }]);
    expect(mail.taken()).toHaveLength(1);
    await telling.stop();
    await mail.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, attend, type BookedFields } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { type BookingDraft, makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { occupiedFrom, occupiedUntil } from '../occupancy/occupancy.sql.ts';
import { completeOver } from './over-bookings.job.ts';

// A Wednesday; the centre is open from 8 to 20 in Vilnius.
const at = (clock: string, day = 25) => `2026-11-${day}T${clock}:00.000Z`;

let world: World;
let ruta: string;
let staff: string;
let centre: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world, { name: 'Rūta' });
  staff = await makePerson(world, { name: 'Jonas' });
  centre = await makeCentre(world, { name: 'Šilas' });
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  await makeMembership(world, { personId: ruta, centreId: centre });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = new Date(at('11:50'));
  laser = await makeEquipment(world, { centre, bufferAfterMinutes: 10 });
});

const book = (draft: Partial<BookingDraft> = {}) =>
  makeBooking(world, { unit: laser.units[0] ?? '', booker: ruta, from: at('12:00'), until: at('14:00'), ...draft });
const fieldsOf = async (id: string) => {
  const { data } = await world.ask<{ booking: BookedFields }>(
    staff,
    'query ($id: ID!) { booking(id: $id) { state version endsAt checkedInAt finishedAt ending { by personName } viewerCan { checkIn checkOut extend noShow cancel } } }',
    { id },
  );
  return data?.booking;
};
const takenOf = async (id: string) => {
  const { startsAt, endsAt, blocking } = await rowsOf(world.em())
    .selectFrom('occupancy')
    .select([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt'), 'blocking'])
    .where('booking_id', '=', id)
    .executeTakeFirstOrThrow();
  return [startsAt.toISOString(), endsAt.toISOString(), blocking];
};
const runJob = () => completeOver(world.context(), new AbortController().signal);

describe('somebody who comes', () => {
  test.each([
    ['checks in themselves', () => ruta],
    ['is checked in by the staff', () => staff],
  ])('%s', async (_, who) => {
    const bookingId = await book();
    expect(await fieldsOf(bookingId)).toMatchObject({
      viewerCan: { checkIn: true, checkOut: false, extend: true, noShow: false, cancel: true },
    });
    const { booking } = await attend(world, who(), 'checkInBooking', { bookingId, version: 1 });
    expect(booking).toMatchObject({ state: 'CHECKED_IN', version: 2, checkedInAt: at('11:50'), finishedAt: null });
    expect(await fieldsOf(bookingId)).toMatchObject({
      viewerCan: { checkIn: false, checkOut: true, extend: true, noShow: false, cancel: false },
    });
    expect(await takenOf(bookingId)).toEqual([at('12:00'), at('14:10'), true]);
  });

  test.each<[string, Partial<BookingDraft>, string]>([
    ['tomorrow', { from: at('12:00', 26), until: at('14:00', 26) }, 'CONFLICT'],
    ['yesterday', { from: at('12:00', 24), until: at('14:00', 24) }, 'CONFLICT'],
    ['cancelled', { state: 'cancelled' }, 'CONFLICT'],
    ['declined', { state: 'declined' }, 'CONFLICT'],
    ['waiting', { state: 'requested' }, 'CONFLICT'],
  ])('for a booking that is %s is told why not', async (_, draft, expected) => {
    const bookingId = await book(draft);
    const { code, message } = await attend(world, staff, 'checkInBooking', { bookingId, version: 1 });
    expect([code, message]).toEqual([expected, expect.stringMatching(/\S/)]);
    expect((await fieldsOf(bookingId))?.version).toBe(1);
  });

  test('for the booking of others finds nothing', async () => {
    const bookingId = await book();
    const others = await makePerson(world);
    await makeMembership(world, { personId: others, centreId: centre });
    expect((await attend(world, others, 'checkInBooking', { bookingId, version: 1 })).code).toBe('NOT_FOUND');
    expect((await attend(world, null, 'checkInBooking', { bookingId, version: 1 })).code).toBe('SIGN_IN_REQUIRED');
  });

  test('twice, or to what was changed meanwhile, is told so', async () => {
    const bookingId = await book();
    expect((await attend(world, staff, 'checkInBooking', { bookingId, version: 7 })).code).toBe('STALE_VERSION');
    await attend(world, staff, 'checkInBooking', { bookingId, version: 1 });
    expect((await attend(world, ruta, 'checkInBooking', { bookingId, version: 2 })).code).toBe('CONFLICT');
  });
});

describe('the use of equipment', () => {
  const checkedIn = async (draft: Partial<BookingDraft> = {}) => ({
    bookingId: await book({ state: 'checked_in', ...draft }),
    version: 1,
  });

  test('ends early and frees what is left but the clean-up, at once', async () => {
    const input = await checkedIn();
    world.now = new Date(at('12:29', 25).replace(':00.000', ':30.000'));
    const { booking } = await attend(world, ruta, 'checkOutBooking', input);
    expect(booking).toMatchObject({ state: 'COMPLETED', endsAt: at('14:00'), finishedAt: at('12:30') });
    expect(await takenOf(input.bookingId)).toEqual([at('12:00'), at('12:40'), true]);
    const other = await ask(world, staff, { equipmentId: laser.id, startsAt: at('13:00'), endsAt: at('14:00') });
    expect(other.answer?.__typename).toBe('Booked');
  });

  test('that ends before it begins takes no time', async () => {
    const input = await checkedIn();
    world.now = new Date(at('11:50'));
    await attend(world, ruta, 'checkOutBooking', input);
    expect((await takenOf(input.bookingId)).at(2)).toBe(false);
  });

  test('is over with its end, whether or not somebody was checked in', async () => {
    const used = await checkedIn();
    const unseen = await book({ from: at('15:00'), until: at('16:00') });
    world.now = new Date(at('14:00'));
    await runJob();
    expect(await fieldsOf(used.bookingId)).toMatchObject({ state: 'COMPLETED', finishedAt: at('14:00'), version: 2 });
    expect(await fieldsOf(unseen)).toMatchObject({ state: 'CONFIRMED', version: 1 });
    world.now = new Date(at('16:00'));
    await runJob();
    await runJob();
    expect(await fieldsOf(unseen)).toMatchObject({ state: 'COMPLETED', checkedInAt: null, version: 2 });
  });

  test('goes on as long as nobody else has the time', async () => {
    const input = await checkedIn();
    await book({ from: at('15:30'), until: at('16:00') });
    world.now = new Date(at('13:45'));
    const until = (clock: string) => attend(world, ruta, 'extendBooking', { ...input, endsAt: at(clock) });
    const { data } = await world.ask<{ booking: { latestEnd: string } }>(
      ruta,
      'query ($id: ID!) { booking(id: $id) { latestEnd } }',
      { id: input.bookingId },
    );
    expect(data?.booking.latestEnd).toBe(at('15:20'));
    const refused = await until('15:30');
    expect(refused.reasons?.map(({ condition }) => condition)).toEqual(['SLOT_FREE']);
    const { booking } = await until('15:20');
    expect(booking).toMatchObject({ state: 'CHECKED_IN', endsAt: at('15:20'), version: 2 });
    expect(await takenOf(input.bookingId)).toEqual([at('12:00'), at('15:30'), true]);
  });

  test('goes on no longer than the rules and the hours say', async () => {
    const short = await makeEquipment(world, { centre, maximumMinutes: 120 });
    const input = await checkedIn({ unit: short.units[0] ?? '' });
    world.now = new Date(at('13:45'));
    const tooLong = await attend(world, staff, 'extendBooking', { ...input, endsAt: at('14:30') });
    expect(tooLong.reasons?.map(({ condition }) => condition)).toEqual(['MAXIMUM']);
    const late = await checkedIn({ from: at('16:00'), until: at('17:30') });
    world.now = new Date(at('17:00'));
    const closed = await attend(world, ruta, 'extendBooking', { ...late, endsAt: at('22:00') });
    expect(closed.reasons?.map(({ condition }) => condition)).toContain('OPENING_HOURS');
  });

  test('that others must agree to is not extended without them, but by them', async () => {
    const kiln = await makeEquipment(world, { centre, approval: 'everyone' });
    const input = await checkedIn({ unit: kiln.units[0] ?? '' });
    world.now = new Date(at('13:45'));
    const wish = { ...input, endsAt: at('14:30') };
    const refused = await attend(world, ruta, 'extendBooking', wish);
    expect(refused.reasons?.map(({ condition }) => condition)).toEqual(['APPROVAL']);
    expect((await attend(world, staff, 'extendBooking', wish)).booking).toMatchObject({ endsAt: at('14:30') });
  });

  test.each([['13:59'], ['14:00'], ['12:00']])('cannot be extended to %s', async (clock) => {
    const input = await checkedIn();
    world.now = new Date(at('13:45'));
    expect((await attend(world, ruta, 'extendBooking', { ...input, endsAt: at(clock) })).code).toBe('BAD_INPUT');
  });
});

describe('a booking to which nobody came', () => {
  test('is marked by the staff, and the rest of its time is free', async () => {
    const bookingId = await book();
    world.now = new Date(at('12:10'));
    const early = await attend(world, staff, 'markNoShow', { bookingId, version: 1 });
    expect([early.code, early.message]).toEqual(['CONFLICT', expect.stringContaining('15')]);
    world.now = new Date(at('12:20'));
    expect((await attend(world, ruta, 'markNoShow', { bookingId, version: 1 })).code).toBe('FORBIDDEN');
    const { booking } = await attend(world, staff, 'markNoShow', { bookingId, version: 1 });
    expect(booking).toMatchObject({ state: 'NO_SHOW', ending: { by: 'STAFF', personName: 'Jonas' } });
    expect(await takenOf(bookingId)).toEqual([at('12:00'), at('12:20'), true]);
    expect((await attend(world, ruta, 'checkInBooking', { bookingId, version: 2 })).code).toBe('CONFLICT');
  });

  test('may be marked afterwards, but not where somebody was checked in', async () => {
    const [unseen, used] = [
      await book({ state: 'completed' }),
      await book({ state: 'completed', used: true, from: at('15:00'), until: at('16:00') }),
    ];
    world.now = new Date(at('18:00'));
    expect((await attend(world, staff, 'markNoShow', { bookingId: unseen, version: 1 })).booking?.state).toBe(
      'NO_SHOW',
    );
    expect((await attend(world, staff, 'markNoShow', { bookingId: used, version: 1 })).code).toBe('CONFLICT');
  });
});

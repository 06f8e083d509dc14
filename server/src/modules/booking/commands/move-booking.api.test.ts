import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, askToCancel, askToMove } from '../../../../test/bookings.ts';
import { defaultNow } from '../../../../test/clock.ts';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCity } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

const from = '2026-11-25T12:00:00.000Z';
const until = '2026-11-25T13:00:00.000Z';
const later = { startsAt: '2026-11-25T15:00:00.000Z', endsAt: '2026-11-25T16:30:00.000Z' };

let world: World;
let ruta: string;
let jonas: string;
let equipment: MadeEquipment;
let bookingId: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
  jonas = await makePerson(world, { name: 'Jonas Petraitis' });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = defaultNow;
  equipment = await makeEquipment(world, { units: 2, bufferAfterMinutes: 15 });
  bookingId = await makeBooking(world, { unit: equipment.units[0] ?? '', booker: ruta, from, until });
});

const occupancy = () =>
  rowsOf(world.em())
    .selectFrom('occupancy')
    .select(['unit_id', 'during', 'blocking'])
    .where('booking_id', '=', bookingId)
    .executeTakeFirstOrThrow();
const events = (type: string) =>
  rowsOf(world.em())
    .selectFrom('logged_event')
    .select(['subject', 'audiences', 'actor_id'])
    .where('type', '=', type)
    .execute()
    .then((rows) => rows.filter(({ subject }) => subject.booking === bookingId));

describe('moving a booking', () => {
  test('takes the new time, frees the old and tells of both', async () => {
    const { answer } = await askToMove(world, ruta, { bookingId, version: 1, ...later });
    expect(answer).toMatchObject({
      __typename: 'Booked',
      repeated: false,
      booking: { id: bookingId, ...later, version: 2 },
    });
    expect((await occupancy()).during).toBe('["2026-11-25 15:00:00+00","2026-11-25 16:45:00+00")');
    expect(await events('booking.moved')).toMatchObject([
      { audiences: ['public'], subject: { from, until: '2026-11-25T16:45:00.000Z' } },
    ]);
    const freed = await ask(world, jonas, {
      equipmentId: equipment.id,
      unitId: equipment.units[0],
      startsAt: from,
      endsAt: until,
    });
    expect(freed.answer?.__typename).toBe('Booked');
  });

  test('may overlap its own old time, and may change the unit', async () => {
    const overlapping = { startsAt: '2026-11-25T12:30:00.000Z', endsAt: '2026-11-25T13:30:00.000Z' };
    const first = await askToMove(world, ruta, { bookingId, version: 1, ...overlapping });
    expect(first.answer?.booking?.unit.id).toBe(equipment.units[0]);
    const second = await askToMove(world, ruta, { bookingId, version: 2, unitId: equipment.units[1], ...overlapping });
    expect(second.answer?.booking).toMatchObject({ unit: { id: equipment.units[1] }, version: 3 });
    expect((await occupancy()).unit_id).toBe(equipment.units[1]);
  });

  test('to taken time is refused with other ways, and leaves everything as it was', async () => {
    await makeBooking(world, {
      unit: equipment.units[0] ?? '',
      booker: jonas,
      from: later.startsAt,
      until: later.endsAt,
    });
    const { answer } = await askToMove(world, ruta, { bookingId, version: 1, ...later });
    expect(answer?.reasons?.map(({ condition }) => condition)).toEqual(['SLOT_FREE']);
    expect(answer?.alternatives?.[0]).toMatchObject({
      kind: 'OTHER_UNIT',
      unit: { id: equipment.units[1] },
      startsAt: later.startsAt,
    });
    expect((await occupancy()).during).toBe('["2026-11-25 12:00:00+00","2026-11-25 13:15:00+00")');
    expect(await events('booking.moved')).toEqual([]);
  });

  test('follows the rules of now, not those of when it was booked', async () => {
    await rowsOf(world.em())
      .updateTable('equipment')
      .set({ maximum_minutes: 60 })
      .where('id', '=', equipment.id)
      .execute();
    const { answer } = await askToMove(world, ruta, { bookingId, version: 1, ...later });
    expect(answer?.reasons?.map(({ condition }) => condition)).toEqual(['MAXIMUM']);
  });

  test('of a version that was changed since is refused', async () => {
    await askToMove(world, ruta, { bookingId, version: 1, ...later });
    expect((await askToMove(world, ruta, { bookingId, version: 1, startsAt: from, endsAt: until })).code).toBe(
      'STALE_VERSION',
    );
  });

  test('asked for twice is done once', async () => {
    const wish = { bookingId, version: 1, ...later, idempotencyKey: 'move twice' };
    await askToMove(world, ruta, wish);
    const again = await askToMove(world, ruta, wish);
    expect(again.answer).toMatchObject({ repeated: true, booking: { version: 2 } });
    expect(await events('booking.moved')).toHaveLength(1);
    expect((await askToMove(world, ruta, { ...wish, startsAt: from })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('is for the booker, colleagues and the staff of the centre; others know nothing of it', async () => {
    const organisation = await makeOrganisation(world, { cityId: await makeCity(world) });
    const [colleague, staff, member] = [await makePerson(world), await makePerson(world), await makePerson(world)];
    await makeMandate(world, { personId: ruta, organisationId: organisation });
    await makeMandate(world, { personId: colleague, organisationId: organisation });
    await makeMembership(world, { personId: staff, centreId: equipment.centre, role: 'staff' });
    await makeMembership(world, { personId: member, centreId: equipment.centre });
    bookingId = await makeBooking(world, { unit: equipment.units[1] ?? '', booker: ruta, organisation, from, until });
    const moveBy = (person: string, version: number, minutes: number) => {
      const at = (time: string) => new Date(Date.parse(time) + minutes * 60_000).toISOString();
      return askToMove(world, person, { bookingId, version, startsAt: at(from), endsAt: at(until) });
    };
    expect((await moveBy(member, 1, 30)).code).toBe('NOT_FOUND');
    expect((await moveBy(jonas, 1, 30)).code).toBe('NOT_FOUND');
    expect((await moveBy(colleague, 1, 30)).answer?.__typename).toBe('Booked');
    expect((await moveBy(staff, 2, 60)).answer?.__typename).toBe('Booked');
    expect((await events('booking.moved')).map((event) => event.actor_id)).toEqual([colleague, staff]);
  });

  test('is over once the time has begun or was cancelled', async () => {
    world.now = new Date(from);
    const started = await askToMove(world, ruta, { bookingId, version: 1, ...later }, { locale: 'lt' });
    expect(started.code).toBe('CONFLICT');
    expect(started.errors?.[0]?.message).toContain('jau prasidėjo');
    world.now = defaultNow;
    await askToCancel(world, ruta, { bookingId, version: 1 });
    expect((await askToMove(world, ruta, { bookingId, version: 2, ...later })).code).toBe('CONFLICT');
  });

  test.each([['nonsense'], ['01a20573-72ed-702a-88ff-cdcaf7a64714']])('of a booking %s finds nothing', async (id) => {
    expect((await askToMove(world, ruta, { bookingId: id, version: 1, ...later })).code).toBe('NOT_FOUND');
  });
});

describe('cancelling a booking', () => {
  test('frees the time at once and keeps the history', async () => {
    const { answer } = await askToCancel(world, ruta, { bookingId, version: 1 });
    expect(answer).toMatchObject({
      state: 'CANCELLED',
      ending: { by: 'HOLDER', personName: expect.any(String), reason: '', at: world.now.toISOString() },
      startsAt: from,
      version: 2,
      viewerCan: { move: false, cancel: false },
    });
    expect((await occupancy()).blocking).toBe(false);
    expect(await events('booking.cancelled')).toMatchObject([
      { audiences: ['public'], subject: { from, until: '2026-11-25T13:15:00.000Z' } },
    ]);
    const wish = { equipmentId: equipment.id, unitId: equipment.units[0], startsAt: from, endsAt: until };
    expect((await ask(world, jonas, wish)).answer?.__typename).toBe('Booked');
  });

  test('again changes nothing', async () => {
    await askToCancel(world, ruta, { bookingId, version: 1 });
    const again = await askToCancel(world, ruta, { bookingId, version: 1 });
    expect(again.answer).toMatchObject({ state: 'CANCELLED', version: 2 });
    expect(await events('booking.cancelled')).toHaveLength(1);
  });

  test('is refused for an old version, for others, for visitors, and once the time has begun', async () => {
    await askToMove(world, ruta, { bookingId, version: 1, startsAt: from, endsAt: '2026-11-25T13:30:00Z' });
    expect((await askToCancel(world, ruta, { bookingId, version: 1 })).code).toBe('STALE_VERSION');
    expect((await askToCancel(world, jonas, { bookingId, version: 2 })).code).toBe('NOT_FOUND');
    expect((await askToCancel(world, null, { bookingId, version: 2 })).code).toBe('SIGN_IN_REQUIRED');
    expect((await askToCancel(world, ruta, { bookingId: 'x', version: 2 })).code).toBe('NOT_FOUND');
    world.now = new Date(from);
    expect((await askToCancel(world, ruta, { bookingId, version: 2 })).code).toBe('CONFLICT');
    expect((await occupancy()).blocking).toBe(true);
  });
});

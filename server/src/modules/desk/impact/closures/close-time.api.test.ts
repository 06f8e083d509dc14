import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askToCancel, ask as book } from '../../../../../test/bookings.ts';
import { defaultNow } from '../../../../../test/clock.ts';
import { answerOffer, type ClosureWish, close, impactOfClosure, lift, offersOf } from '../../../../../test/closures.ts';
import { makeMembership } from '../../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../../test/world.ts';
import { rowsOf } from '../../../../platform/database/database.ts';

let world: World;
let manager: string;
let staff: string;
let ona: string;
let jonas: string;
let centre: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.now = defaultNow;
});
beforeEach(async () => {
  centre = await makeCentre(world);
  [manager, staff] = [await makePerson(world), await makePerson(world)];
  [ona, jonas] = [await makePerson(world, { name: 'Ona' }), await makePerson(world, { name: 'Jonas' })];
  await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  laser = await makeEquipment(world, { centre, name: 'Lazeris', units: 2 });
});

/** Friday 27 November 2026 and after, by Vilnius clocks. */
const at = (time: string, date = '2026-11-27') => new Date(`${date}T${time}:00+02:00`).toISOString();
const unit = (index = 0) => laser.units[index] ?? '';
const booked = (from: string, until: string, { person = ona, on = 0, date = '2026-11-27' } = {}) =>
  makeBooking(world, { unit: unit(on), booker: person, from: at(from, date), until: at(until, date) });
const friday = (): ClosureWish => ({ centreId: centre, startsAt: at('00:00'), endsAt: at('00:00', '2026-11-28') });
const stateOf = async (id: string) => {
  const { rows } = await sql<{
    state: string;
    startsAt: Date;
    unitId: string;
  }>`select state, starts_at as "startsAt", unit_id as "unitId" from booking where id = ${id}`.execute(
    rowsOf(world.em()),
  );
  return rows[0];
};
const fingerprintOf = async (wish: ClosureWish) => (await impactOfClosure(world, manager, wish)).impact?.fingerprint;

describe('a closure', () => {
  test('without bookings takes all time of all units, and nothing can be booked there', async () => {
    const messages = [{ language: 'en', text: 'We paint the walls.' }];
    expect((await close(world, manager, { ...friday(), messages })).closed).toMatchObject({ version: 1, givenWay: 0 });
    const { answer } = await book(world, ona, { equipmentId: laser.id, startsAt: at('10:00'), endsAt: at('11:00') });
    expect(answer?.reasons).toMatchObject([
      { condition: 'UNIT_AVAILABLE', message: expect.stringContaining('We paint the walls') },
    ]);
    const next = { equipmentId: laser.id, startsAt: at('10:00', '2026-11-28'), endsAt: at('11:00', '2026-11-28') };
    expect((await book(world, ona, next)).answer?.__typename).toBe('Booked');
  });

  test('moves, offers, cancels and keeps as decided, refused first for those who came meanwhile', async () => {
    const [moved, offered, cancelled, kept] = [
      await booked('09:00', '10:00'),
      await booked('10:00', '11:00'),
      await booked('11:00', '12:00', { person: jonas }),
      await booked('12:00', '13:00', { person: jonas }),
    ];
    const before = await impactOfClosure(world, manager, friday());
    expect(before.impact?.bookings.nodes.map(({ booking }) => booking.id)).toEqual([moved, offered, cancelled, kept]);
    for (const { alternatives } of before.impact?.bookings.nodes ?? []) {
      expect(
        alternatives.every(({ startsAt }) => startsAt >= at('00:00', '2026-11-28') || startsAt < at('00:00')),
      ).toBe(true);
    }
    const fifth = await book(world, ona, { equipmentId: laser.id, startsAt: at('15:00'), endsAt: at('16:00') });
    const to = { unitId: unit(1), startsAt: at('09:00', '2026-11-30'), endsAt: at('10:00', '2026-11-30') };
    const rows = [
      { bookingId: moved, action: 'MOVE', to },
      { bookingId: offered, action: 'OFFER' },
      { bookingId: cancelled, action: 'CANCEL' },
      { bookingId: kept, action: 'KEEP', reason: 'The school class comes anyway.' },
    ];
    const stale = { fingerprint: before.impact?.fingerprint, message: 'We paint the walls.', rows };
    const { unseen } = await close(world, manager, { ...friday(), decisions: stale });
    expect(unseen?.count).toBe(5);

    const decisions = { ...stale, fingerprint: unseen?.fingerprint, standard: 'CANCEL' };
    const { closed, errors } = await close(world, manager, { ...friday(), decisions });
    expect(errors).toBeUndefined();
    expect(closed?.givenWay).toBe(4);
    expect(await stateOf(moved)).toMatchObject({
      state: 'confirmed',
      startsAt: new Date(to.startsAt),
      unitId: unit(1),
    });
    expect(await stateOf(kept)).toMatchObject({ state: 'confirmed', startsAt: new Date(at('12:00')) });
    for (const id of [offered, cancelled, fifth.answer?.booking?.id ?? '']) {
      expect((await stateOf(id))?.state).toBe('cancelled');
    }
    const [offer] = await offersOf(world, ona);
    expect(offer).toMatchObject({ kind: 'INSTEAD', state: 'OPEN', message: 'We paint the walls.' });

    // Nobody else can take what is offered; its holder can.
    const wish = { equipmentId: laser.id, startsAt: offer?.startsAt ?? '', endsAt: offer?.endsAt ?? '' };
    expect((await answerOffer(world, jonas, offer?.id ?? '', true)).code).toBe('NOT_FOUND');
    const taken = await answerOffer(world, ona, offer?.id ?? '', true);
    expect(taken.answer?.booking).toMatchObject({ startsAt: wish.startsAt, state: 'CONFIRMED' });
    expect((await answerOffer(world, ona, offer?.id ?? '', true)).code).toBe('CONFLICT');

    // What was kept and is given up later is closed as well.
    await askToCancel(world, jonas, { bookingId: kept, version: 1 });
    const gap = { equipmentId: laser.id, startsAt: at('12:00'), endsAt: at('13:00') };
    expect((await book(world, ona, gap)).answer?.__typename).toBe('BookingRefused');
  });

  test('lifted is offered to those who gave way before anybody else', async () => {
    const cancelled = await booked('11:00', '12:00', { person: jonas });
    const decisions = { fingerprint: await fingerprintOf(friday()), standard: 'CANCEL', message: 'We paint.' };
    const { closed } = await close(world, manager, { ...friday(), decisions });
    expect(await lift(world, staff, closed?.id ?? '')).toEqual({ offered: undefined, code: 'FORBIDDEN' });
    expect(await lift(world, manager, closed?.id ?? '', 7)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await lift(world, manager, closed?.id ?? '')).toMatchObject({ offered: 1 });
    expect(await lift(world, manager, closed?.id ?? '')).toMatchObject({ code: 'CONFLICT' });
    const wish = { equipmentId: laser.id, unitId: unit(0), startsAt: at('11:00'), endsAt: at('12:00') };
    expect((await book(world, ona, wish)).answer?.__typename).toBe('BookingRefused');
    expect((await book(world, ona, { ...wish, unitId: unit(1) })).answer?.__typename).toBe('Booked');
    const [offer] = await offersOf(world, jonas);
    expect(offer).toMatchObject({ kind: 'BACK', startsAt: at('11:00') });
    expect((await stateOf(cancelled))?.state).toBe('cancelled');
    expect((await answerOffer(world, jonas, offer?.id ?? '', true)).answer?.booking?.startsAt).toBe(at('11:00'));
  });

  test('lifted gives a moved booking back as the same booking, and one not wanted to all', async () => {
    const moved = await booked('11:00', '12:00', { person: jonas });
    const cancelled = await booked('13:00', '14:00');
    const decisions = {
      ...{ fingerprint: await fingerprintOf(friday()), standard: 'CANCEL', message: 'We paint.' },
      rows: [{ bookingId: moved, action: 'MOVE' }],
    };
    const { closed, errors } = await close(world, manager, { ...friday(), decisions });
    expect(errors).toBeUndefined();
    expect(await lift(world, manager, closed?.id ?? '')).toMatchObject({ offered: 2 });
    const [back] = await offersOf(world, jonas);
    expect((await answerOffer(world, jonas, back?.id ?? '', true)).answer?.booking?.id).toBe(moved);
    expect((await stateOf(moved))?.startsAt).toEqual(new Date(at('11:00')));
    const [other] = await offersOf(world, ona);
    await answerOffer(world, ona, other?.id ?? '', false);
    const wish = { equipmentId: laser.id, unitId: unit(0), startsAt: at('13:00'), endsAt: at('14:00') };
    expect((await book(world, jonas, wish)).answer?.__typename).toBe('Booked');
    expect((await stateOf(cancelled))?.state).toBe('cancelled');
  });

  test('of one unit is the staff’s to make, of the centre the managers’', async () => {
    const block = { unitId: unit(0), kind: 'MAINTENANCE', startsAt: at('08:00'), endsAt: at('12:00') };
    expect((await close(world, staff, block)).closed).toBeDefined();
    expect((await close(world, staff, friday())).code).toBe('FORBIDDEN');
    for (const person of [ona, null]) {
      expect((await impactOfClosure(world, person, block)).code).toBe(person ? 'FORBIDDEN' : 'SIGN_IN_REQUIRED');
    }
    const wish = { equipmentId: laser.id, startsAt: at('09:00'), endsAt: at('10:00') };
    const { answer } = await book(world, ona, wish);
    expect(answer?.booking?.unit.id).toBe(unit(1));
    // Over the other one it takes what is left, and gives it back alone.
    const { unseen } = await close(world, manager, friday());
    expect(unseen?.count).toBe(1);
  });

  test('that begins now ends early what is under way', async () => {
    const running = await booked('09:00', '12:00');
    world.now = new Date(at('10:30'));
    const wish = { centreId: centre, endsAt: at('20:00') };
    const { impact } = await impactOfClosure(world, manager, wish);
    expect(impact?.bookings.nodes).toMatchObject([{ actions: ['KEEP', 'CANCEL'], alternatives: [] }]);
    const decisions = { fingerprint: impact?.fingerprint, standard: 'CANCEL', message: 'Water is in the cellar.' };
    expect((await close(world, manager, { ...wish, decisions })).closed).toBeDefined();
    const { rows } = await sql<{ endsAt: Date }>`select ends_at as "endsAt" from booking where id = ${running}`.execute(
      rowsOf(world.em()),
    );
    expect(rows[0]?.endsAt).toEqual(new Date(at('10:30')));
  });

  test.each([
    ['of nothing', {}, 'centreId'],
    ['of two things', { centreId: 'c', unitId: 'u' }, 'centreId'],
    ['that ends before it begins', { startsAt: at('12:00'), endsAt: at('11:00') }, 'endsAt'],
    ['of no length', { startsAt: at('12:00'), endsAt: at('12:00') }, 'endsAt'],
    ['that is over', { startsAt: at('12:00', '2026-11-01'), endsAt: at('13:00', '2026-11-01') }, 'endsAt'],
    ['of a centre for maintenance', { kind: 'MAINTENANCE' }, 'kind'],
    ['in a language that is none', { messages: [{ language: 'čia?', text: 'a' }] }, 'messages'],
  ])('%s is refused', async (_, wrong, field) => {
    const owner = 'centreId' in wrong || field === 'centreId' ? {} : { centreId: centre };
    const { code, errors } = await close(world, manager, {
      ...{ startsAt: at('08:00'), endsAt: at('09:00') },
      ...owner,
      ...wrong,
    } as ClosureWish);
    expect(code).toBe('BAD_INPUT');
    const problems = errors?.[0]?.extensions?.problems as { field: string }[];
    expect(problems.map((each) => each.field)).toContain(field);
  });

  test('with decisions that cannot be is refused with every problem, and nothing is written', async () => {
    const [one, two, three] = [
      await booked('09:00', '10:00'),
      await booked('10:00', '11:00'),
      await booked('11:00', '12:00'),
    ];
    const inside = { unitId: unit(1), startsAt: at('14:00'), endsAt: at('15:00') };
    const same = { unitId: unit(1), startsAt: at('09:00', '2026-11-30'), endsAt: at('10:00', '2026-11-30') };
    const decisions = {
      ...{ fingerprint: await fingerprintOf(friday()), message: 'We paint.' },
      rows: [
        { bookingId: one, action: 'MOVE', to: inside },
        { bookingId: two, action: 'MOVE', to: same },
        { bookingId: three, action: 'MOVE', to: same },
      ],
    };
    const { code, errors } = await close(world, manager, { ...friday(), decisions });
    expect(code).toBe('BAD_INPUT');
    expect(errors?.[0]?.extensions?.problems).toMatchObject([
      { field: 'decisions.rows.0.to' },
      { field: 'decisions.rows.2.to' },
    ]);
    const silent = await close(world, manager, {
      ...friday(),
      decisions: { fingerprint: decisions.fingerprint, standard: 'CANCEL', message: '   ' },
    });
    expect(silent.errors?.[0]?.extensions?.problems).toMatchObject([{ field: 'decisions.message' }]);
    for (const id of [one, two, three]) expect((await stateOf(id))?.state).toBe('confirmed');
    const { rows } = await sql`select from closure where centre_id = ${centre}`.execute(rowsOf(world.em()));
    expect(rows).toEqual([]);
  });
});

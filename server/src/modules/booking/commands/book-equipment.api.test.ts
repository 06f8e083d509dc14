import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../../test/bookings.ts';
import { defaultNow } from '../../../../test/clock.ts';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeOccupancy, makeUnit } from '../../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

/** 14:00–15:00 in Vilnius, four hours from now. */
const slot = { startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' };

let world: World;
let ruta: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = defaultNow;
});

const conditions = (answer: Awaited<ReturnType<typeof ask>>['answer']) =>
  answer?.reasons?.map(({ condition }) => condition) ?? answer?.__typename;
const count = async (table: 'booking' | 'occupancy' | 'idempotency_key' | 'logged_event') =>
  (await rowsOf(world.em()).selectFrom(table).selectAll().execute()).length;

describe('somebody who may book', () => {
  test('gets the first free unit, its time taken with set-up and clean-up', async () => {
    const { id, units, centre } = await makeEquipment(world, {
      units: 2,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
    });
    const { answer, errors } = await ask(world, ruta, { equipmentId: id, ...slot, purpose: '  Ženklinu \n dėžutes ' });
    expect(errors).toBeUndefined();
    expect(answer).toMatchObject({
      __typename: 'Booked',
      repeated: false,
      booking: {
        ...slot,
        unit: { id: units[0] },
        equipment: { id },
        booker: { id: ruta },
        actingFor: null,
        state: 'CONFIRMED',
        purpose: 'Ženklinu dėžutes',
        version: 1,
        viewerCan: { move: true, cancel: true },
      },
    });
    const second = await ask(world, await makePerson(world), { equipmentId: id, ...slot });
    expect(second.answer?.booking?.unit.id).toBe(units[1]);

    const booking = answer?.booking?.id ?? '';
    const rows = rowsOf(world.em());
    const occupancy = await rows
      .selectFrom('occupancy')
      .selectAll()
      .where('booking_id', '=', booking)
      .executeTakeFirst();
    expect(occupancy).toMatchObject({ kind: 'booking', blocking: true, unit_id: units[0] });
    expect(occupancy?.during).toBe('["2026-11-25 11:50:00+00","2026-11-25 13:20:00+00")');
    const { terms } = await rows
      .selectFrom('booking')
      .select('terms')
      .where('id', '=', booking)
      .executeTakeFirstOrThrow();
    expect(terms).toMatchObject({ bufferAfterMinutes: 20, gridMinutes: 30, maximumMinutes: 240 });
    const events = await rows.selectFrom('logged_event').selectAll().where('type', '=', 'booking.made').execute();
    expect(events.find(({ subject }) => subject.booking === booking)).toMatchObject({
      topics: ['activity', `booking:${booking}`, `equipment:${id}`, `centre:${centre}`, `person:${ruta}`],
      audiences: ['public'],
      subject: {
        booking,
        equipment: id,
        unit: units[0],
        centre,
        from: '2026-11-25T11:50:00.000Z',
        until: '2026-11-25T13:20:00.000Z',
      },
    });
  });

  test('may ask for one unit, and for the time right after somebody else', async () => {
    const { id, units } = await makeEquipment(world, { units: 2 });
    const [, unitId = ''] = units;
    await ask(world, ruta, { equipmentId: id, unitId, ...slot });
    const after = { startsAt: slot.endsAt, endsAt: '2026-11-25T14:00:00.000Z' };
    const next = await ask(world, ruta, { equipmentId: id, unitId, ...after });
    expect(next.answer?.booking?.unit.id).toBe(unitId);
  });

  test('books in the name of an organisation or a centre', async () => {
    const city = await makeCity(world);
    const centreId = await makeCentre(world);
    const organisationId = await makeOrganisation(world, { cityId: city });
    const jonas = await makePerson(world);
    await makeMandate(world, { personId: jonas, organisationId });
    await makeMembership(world, { personId: jonas, centreId, role: 'staff' });
    const { id } = await makeEquipment(world, { units: 2 });
    const forFirm = await ask(
      world,
      jonas,
      { equipmentId: id, ...slot },
      { actingFor: { kind: 'organisation', id: organisationId } },
    );
    const forCentre = await ask(
      world,
      jonas,
      { equipmentId: id, ...slot },
      { actingFor: { kind: 'centre', id: centreId } },
    );
    expect(forFirm.answer?.booking).toMatchObject({
      booker: { id: jonas },
      actingFor: { __typename: 'Organisation', id: organisationId },
    });
    expect(forCentre.answer?.booking).toMatchObject({
      booker: { id: jonas },
      actingFor: { __typename: 'Centre', id: centreId },
    });
  });

  test('can have either of the two hours that autumn gives under one name', async () => {
    world.now = new Date('2026-10-20T08:00:00Z');
    const hours = [{ opens: '00:00', closes: '24:00' }];
    const { id } = await makeEquipment(world, { hours, gridMinutes: 60 });
    const summer = { startsAt: '2026-10-25T03:00:00+03:00', endsAt: '2026-10-25T04:00:00+03:00' };
    const winter = { startsAt: '2026-10-25T03:00:00+02:00', endsAt: '2026-10-25T04:00:00+02:00' };
    expect((await ask(world, ruta, { equipmentId: id, ...summer })).answer?.booking?.startsAt).toBe(
      '2026-10-25T00:00:00.000Z',
    );
    expect((await ask(world, ruta, { equipmentId: id, ...winter })).answer?.booking?.startsAt).toBe(
      '2026-10-25T01:00:00.000Z',
    );
  });
});

describe('a request is refused', () => {
  test.each([
    ['members', 'stranger', ['AUDIENCE']],
    ['members', 'memberElsewhere', ['AUDIENCE']],
    ['members', 'member', 'Booked'],
    ['network', 'stranger', ['AUDIENCE']],
    ['network', 'memberElsewhere', 'Booked'],
    ['network', 'agent', 'Booked'],
    ['network', 'unconfirmed', ['EMAIL_VERIFIED', 'AUDIENCE']],
    ['everyone', 'unconfirmed', ['EMAIL_VERIFIED']],
    ['everyone', 'stranger', 'Booked'],
  ] as const)('equipment for %s, asked for by a %s: %j', async (audience, who, expected) => {
    const { id, centre } = await makeEquipment(world, { audience });
    const person = await makePerson(world, { verified: who !== 'unconfirmed' });
    if (who === 'member') await makeMembership(world, { personId: person, centreId: centre });
    if (who === 'memberElsewhere') await makeMembership(world, { personId: person, centreId: await makeCentre(world) });
    if (who === 'agent') {
      const organisationId = await makeOrganisation(world, { cityId: await makeCity(world) });
      await makeMandate(world, { personId: person, organisationId });
    }
    expect(conditions((await ask(world, person, { equipmentId: id, ...slot })).answer)).toEqual(expected);
  });

  test('with every reason at once, each with its remedy, in the language of the reader', async () => {
    const { id } = await makeEquipment(world, { audience: 'members', leadMinutes: 60, minimumMinutes: 60 });
    const wish = { equipmentId: id, startsAt: '2026-11-24T20:10:00Z', endsAt: '2026-11-24T20:20:00Z' };
    const { answer } = await ask(world, ruta, wish, { locale: 'lt' });
    expect(conditions(answer)).toEqual(['AUDIENCE', 'IN_FUTURE', 'LEAD_TIME', 'GRID', 'MINIMUM', 'OPENING_HOURS']);
    expect(answer?.reasons?.at(-1)).toMatchObject({
      message: 'Centras tądien dirba 08:00–20:00.',
      remedy: 'Artimiausias tinkamas laikas: lapkričio 25 d. 11:00–11:10.',
      suggestedStart: '2026-11-25T09:00:00.000Z',
    });
    expect(answer?.reasons?.every(({ remedy }) => remedy !== null)).toBe(true);
  });

  test('where the equipment or its unit was withdrawn, or is under maintenance', async () => {
    const gone = await makeEquipment(world, { withdrawn: true });
    expect(conditions((await ask(world, ruta, { equipmentId: gone.id, ...slot })).answer)).toEqual(['UNIT_AVAILABLE']);
    const { id, units } = await makeEquipment(world);
    const old = await makeUnit(world, { equipment: id, position: 2, withdrawn: true });
    expect(conditions((await ask(world, ruta, { equipmentId: id, unitId: old, ...slot })).answer)).toEqual([
      'UNIT_AVAILABLE',
    ]);
    await makeOccupancy(world, {
      unit: units[0] ?? '',
      from: slot.startsAt,
      until: slot.endsAt,
      note: 'Keičiamas lęšis',
    });
    const { answer } = await ask(world, ruta, { equipmentId: id, ...slot }, { locale: 'lt' });
    expect(answer?.reasons?.[0]?.message).toBe('Tuo metu vyksta techninė priežiūra: Keičiamas lęšis.');
  });
});

describe('a request that cannot be used', () => {
  test.each<[string, Record<string, string>, string]>([
    ['an end before the start', { startsAt: slot.endsAt, endsAt: slot.startsAt }, 'BAD_INPUT'],
    ['no time at all', { endsAt: slot.startsAt }, 'BAD_INPUT'],
    ['ten years', { endsAt: '2036-11-25T12:00:00Z' }, 'BAD_INPUT'],
    ['the year 9000', { startsAt: '9000-01-01T00:00:00Z', endsAt: '9000-01-01T01:00:00Z' }, 'BAD_INPUT'],
    ['the year 1', { startsAt: '0001-01-01T00:00:00Z' }, 'BAD_INPUT'],
    ['seconds', { startsAt: '2026-11-25T12:00:01Z' }, 'BAD_INPUT'],
    ['a local time without zone, which spring may skip', { startsAt: '2027-03-28T03:30:00' }, 'BAD_INPUT'],
    ['a day that is not there', { startsAt: '2027-02-30T10:00:00Z' }, 'BAD_INPUT'],
    ['too long a purpose', { purpose: 'a'.repeat(401) }, 'BAD_INPUT'],
    ['a NUL in the purpose', { purpose: 'a\0b' }, 'BAD_INPUT'],
    ['an empty key', { idempotencyKey: '' }, 'BAD_INPUT'],
    ['too long a key', { idempotencyKey: 'k'.repeat(81) }, 'BAD_INPUT'],
    ['a NUL in the key', { idempotencyKey: 'k\0' }, 'BAD_INPUT'],
    ['equipment that is not an id', { equipmentId: 'lazeris' }, 'NOT_FOUND'],
    ['equipment that is not there', { equipmentId: '01a20573-72ed-702a-88ff-cdcaf7a64714' }, 'NOT_FOUND'],
    ['a unit that is not an id', { unitId: "1' or true" }, 'NOT_FOUND'],
  ])('%s', async (_, change, code) => {
    const { id } = await makeEquipment(world);
    const before = await Promise.all([
      count('booking'),
      count('occupancy'),
      count('idempotency_key'),
      count('logged_event'),
    ]);
    expect((await ask(world, ruta, { equipmentId: id, ...slot, ...change })).code).toBe(code);
    const after = await Promise.all([
      count('booking'),
      count('occupancy'),
      count('idempotency_key'),
      count('logged_event'),
    ]);
    expect(after).toEqual(before);
  });

  test('a unit of other equipment', async () => {
    const { id } = await makeEquipment(world);
    const other = await makeEquipment(world);
    expect((await ask(world, ruta, { equipmentId: id, unitId: other.units[0], ...slot })).code).toBe('NOT_FOUND');
  });

  test('names the field that is wrong', async () => {
    const { id } = await makeEquipment(world);
    const { errors } = await ask(world, ruta, { equipmentId: id, startsAt: slot.endsAt, endsAt: slot.startsAt });
    expect(errors?.[0]?.extensions?.problems).toEqual([
      { field: 'endsAt', message: 'The end must be later than the start.' },
    ]);
  });

  test('comes from a visitor', async () => {
    const { id } = await makeEquipment(world);
    expect((await ask(world, null, { equipmentId: id, ...slot })).code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('a request that is sent again', () => {
  test('returns the first booking, also after its time has come', async () => {
    const { id } = await makeEquipment(world);
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'again' };
    const first = await ask(world, ruta, wish);
    world.now = new Date('2026-11-26T08:00:00Z');
    const again = await ask(world, ruta, { ...wish, startsAt: '2026-11-25T14:00:00+02:00' });
    expect(again.answer).toMatchObject({ repeated: true, booking: { id: first.answer?.booking?.id } });
  });

  test('for something else is refused', async () => {
    const { id } = await makeEquipment(world);
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'reused' };
    await ask(world, ruta, wish);
    expect((await ask(world, ruta, { ...wish, purpose: 'Kitkas' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await ask(world, ruta, { ...wish, endsAt: '2026-11-25T13:30:00Z' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('by somebody else is another request', async () => {
    const { id } = await makeEquipment(world, { units: 2 });
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'shared' };
    await ask(world, ruta, wish);
    expect((await ask(world, await makePerson(world), wish)).answer?.repeated).toBe(false);
  });

  test('after a refusal is decided anew', async () => {
    const { id, units } = await makeEquipment(world);
    const wish = { equipmentId: id, ...slot, idempotencyKey: 'refused' };
    const unit = units[0] ?? '';
    const taken = await makeOccupancy(world, { unit, from: slot.startsAt, until: slot.endsAt });
    expect(conditions((await ask(world, ruta, wish)).answer)).toEqual(['UNIT_AVAILABLE']);
    await rowsOf(world.em()).deleteFrom('occupancy').where('id', '=', taken).execute();
    expect((await ask(world, ruta, wish)).answer).toMatchObject({ __typename: 'Booked', repeated: false });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AlternativeFields, alternativeFields } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

const from = '2026-11-25T12:00:00.000Z';
const until = '2026-11-25T13:00:00.000Z';

interface Verdict {
  outcome: string;
  unit: { id: string } | null;
  checks: { condition: string; passed: boolean; message: string; remedy: string | null }[];
  alternatives: AlternativeFields[];
}

let world: World;
let ruta: string;
let jonas: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
  jonas = await makePerson(world);
});
afterAll(() => world.close());

const check = (person: string | null, variables: Record<string, unknown>) =>
  world.ask<{ checkBooking: Verdict }>(
    person,
    `query ($equipmentId: ID!, $unitId: ID, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!, $movingId: ID) {
      checkBooking(equipmentId: $equipmentId, unitId: $unitId, startsAt: $startsAt, endsAt: $endsAt, movingId: $movingId) {
        outcome unit { id } checks { condition passed message remedy } alternatives { ${alternativeFields} } } }`,
    { startsAt: from, endsAt: until, ...variables },
  );
const verdict = async (person: string | null, variables: Record<string, unknown>) => {
  const { data, errors } = await check(person, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.checkBooking;
};
const taker = (unit = '', start = from, end = until) =>
  makeBooking(world, { unit, booker: jonas, from: start, until: end });

describe('before booking', () => {
  test('a person sees every condition and the unit they would get', async () => {
    const { id, units } = await makeEquipment(world, { units: 2 });
    await taker(units[0]);
    const answer = await verdict(ruta, { equipmentId: id });
    expect(answer).toMatchObject({ outcome: 'BOOK', unit: { id: units[1] }, alternatives: [] });
    expect(answer.checks).toHaveLength(13);
    expect(answer.checks.every(({ passed, message }) => passed && message.length > 0)).toBe(true);
  });

  test('a visitor sees what stands in the way, and what else is free', async () => {
    const { id, units } = await makeEquipment(world);
    const unmet = (answer: Verdict) => answer.checks.filter(({ passed }) => !passed).map(({ condition }) => condition);
    const before = await verdict(null, { equipmentId: id });
    expect(unmet(before)).toEqual(['SIGNED_IN', 'EMAIL_VERIFIED']);
    expect(before).toMatchObject({ outcome: 'REFUSED', unit: { id: units[0] }, alternatives: [] });
    await taker(units[0]);
    const after = await verdict(null, { equipmentId: id });
    expect(unmet(after)).toEqual(['SIGNED_IN', 'EMAIL_VERIFIED', 'SLOT_FREE']);
    expect(after.unit).toBeNull();
    expect(after.alternatives.length).toBeGreaterThan(0);
  });

  test('the booking that is being moved does not stand in its own way; of others one knows nothing', async () => {
    const { id, units } = await makeEquipment(world);
    const movingId = await taker(units[0]);
    const moved = { equipmentId: id, startsAt: '2026-11-25T12:30:00Z', endsAt: '2026-11-25T13:30:00Z' };
    expect((await verdict(jonas, { ...moved, movingId })).outcome).toBe('BOOK');
    expect((await verdict(jonas, moved)).outcome).toBe('REFUSED');
    expect((await check(ruta, { ...moved, movingId })).code).toBe('NOT_FOUND');
    expect((await check(null, { ...moved, movingId })).code).toBe('NOT_FOUND');
    expect((await check(jonas, { ...moved, movingId: 'x' })).code).toBe('NOT_FOUND');
  });

  test.each([
    [{ equipmentId: 'x' }, 'NOT_FOUND'],
    [{ equipmentId: '01a20573-72ed-702a-88ff-cdcaf7a64714' }, 'NOT_FOUND'],
    [{ endsAt: from }, 'BAD_INPUT'],
    [{ endsAt: '2036-01-01T00:00:00Z' }, 'BAD_INPUT'],
  ])('%j is %s', async (variables, code) => {
    const { id } = await makeEquipment(world);
    expect((await check(ruta, { equipmentId: id, ...variables })).code).toBe(code);
  });
});

describe('alternatives to a taken time', () => {
  test('are the other units, the nearest times and the nearest centres where one may book', async () => {
    const kaunas = await makeCity(world, { name: 'Kaunas', latitude: 54.9, longitude: 23.9 });
    const [here, near, far, elsewhere] = [
      await makeCentre(world, { point: [54.687, 25.28] }),
      await makeCentre(world, { point: [54.7, 25.28] }),
      await makeCentre(world, { point: [54.75, 25.28] }),
      await makeCentre(world, { city: kaunas, point: [54.9, 23.9] }),
    ];
    const type = 'cnc_router';
    const wanted = await makeEquipment(world, { centre: here, type, units: 2 });
    const beside = await makeEquipment(world, { centre: here, type });
    const inFar = await makeEquipment(world, { centre: far, type });
    const inNear = await makeEquipment(world, { centre: near, type, units: 2 });
    const inKaunas = await makeEquipment(world, { centre: elsewhere, type });
    await makeEquipment(world, { centre: near, type, audience: 'members' });
    await makeEquipment(world, { centre: near, type: '3d_printer' });
    await taker(wanted.units[0]);
    await taker(inNear.units[0]);

    const one = await verdict(ruta, { equipmentId: wanted.id, unitId: wanted.units[0] });
    expect(one.alternatives.map(({ kind, unit, startsAt }) => [kind, unit.id, startsAt.slice(8, 16)])).toEqual([
      ['OTHER_UNIT', wanted.units[1], '25T12:00'],
      ['OTHER_UNIT', beside.units[0], '25T12:00'],
      ['OTHER_TIME', wanted.units[0], '25T13:00'],
      ['OTHER_TIME', wanted.units[0], '25T11:00'],
      ['OTHER_TIME', wanted.units[0], '25T14:00'],
      ['OTHER_CENTRE', inNear.units[1], '25T12:00'],
      ['OTHER_CENTRE', inFar.units[0], '25T12:00'],
      ['OTHER_CENTRE', inKaunas.units[0], '25T12:00'],
    ]);
    expect(one.alternatives.slice(-3).map(({ distance }) => Math.round(distance ?? -1))).toEqual([1, 7, 92]);
    expect(one.alternatives[0]?.distance).toBeNull();
  });

  test('all can be booked', async () => {
    const { id, units } = await makeEquipment(world, {
      type: 'kiln',
      units: 2,
      bufferBeforeMinutes: 30,
      bufferAfterMinutes: 30,
      leadMinutes: 90,
      maximumMinutes: 90,
    });
    await makeEquipment(world, { type: 'kiln', gridMinutes: 60, minimumMinutes: 120, audience: 'network' });
    for (const unit of units) {
      await taker(unit, '2026-11-25T10:00:00Z', '2026-11-25T14:00:00Z');
      await taker(unit, '2026-11-25T16:00:00Z', '2026-11-25T17:00:00Z');
    }
    await makeMembership(world, { personId: ruta, centreId: await makeCentre(world) });
    const { alternatives } = await verdict(ruta, { equipmentId: id, endsAt: '2026-11-25T14:30:00.000Z' });
    expect(new Set(alternatives.map(({ kind }) => kind))).toEqual(new Set(['OTHER_TIME', 'OTHER_CENTRE']));
    for (const { equipment, unit, startsAt, endsAt } of alternatives) {
      const answer = await verdict(ruta, { equipmentId: equipment.id, unitId: unit.id, startsAt, endsAt });
      expect(answer.outcome).toBe('BOOK');
    }
  });

  test.each([
    ['a member of nothing', () => jonas],
    ['a visitor', () => null],
    ['somebody unconfirmed', () => makePerson(world, { verified: false })],
  ])('for %s outside the audience are elsewhere, where they may book', async (who, person) => {
    const type = `loom_${who.length}`;
    const { id, centre } = await makeEquipment(world, { type, audience: 'members', units: 2 });
    const beside = await makeEquipment(world, { type, centre });
    const open = await makeEquipment(world, { type });
    await makeEquipment(world, { type, audience: 'network' });
    const { alternatives } = await verdict(await person(), { equipmentId: id });
    expect(alternatives.map(({ kind, equipment }) => [kind, equipment.id])).toEqual([
      ['OTHER_UNIT', beside.id],
      ['OTHER_CENTRE', open.id],
    ]);
  });

  test('cost the same few statements whatever there is', async () => {
    const count = async (units: number, centres: number) => {
      const type = `lathe_${units}`;
      const made = await makeEquipment(world, { type, units });
      for (const unit of made.units) await taker(unit);
      for (let index = 0; index < centres; index += 1) await makeEquipment(world, { type, units });
      const all = await statementsOf(world, () => verdict(ruta, { equipmentId: made.id }));
      return all.length;
    };
    const few = await count(1, 1);
    expect(await count(6, 6)).toBe(few);
    // Who asks; the equipment wanted, its hours, its units; places; the same three of them; names of equipment, units.
    expect(few).toBe(10);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, askToMove } from '../../../../test/bookings.ts';
import { defaultNow } from '../../../../test/clock.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { askForHold, askToClaim, askToHold, askToRelease } from '../../../../test/holds.ts';
import { liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { createRateLimits } from '../../../platform/limits/rate-limits.ts';
import { expireHolds } from './commands/expire-holds.service.ts';

/** 14:00–15:00 in Vilnius, four hours from now, and the hours after. */
const slot = { startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' };
const next = { startsAt: '2026-11-25T13:00:00.000Z', endsAt: '2026-11-25T14:00:00.000Z' };
const night = { startsAt: '2026-11-25T23:00:00.000Z', endsAt: '2026-11-26T00:00:00.000Z' };

let world: World;
let ruta: string;
let jonas: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world, { name: 'Rūta' });
  jonas = await makePerson(world, { name: 'Jonas' });
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = defaultNow;
});

const pass = (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};
const conditionsOf = (answer: { reasons?: { condition: string }[] } | undefined) =>
  answer?.reasons?.map(({ condition }) => condition);

interface Taken {
  kind: string;
  mine: boolean;
  startsAt: string;
  unit: { id: string };
}
async function takenOf(equipmentId: string, person: string | null = null) {
  const { data } = await world.ask<{ timeline: { lanes: { occupancies: Taken[] }[] } }>(
    person,
    `query ($ids: [ID!]!) { timeline(equipmentIds: $ids, startsAt: "2026-11-25T00:00:00Z", endsAt: "2026-11-26T00:00:00Z") {
      lanes { occupancies { kind mine startsAt unit { id } } } } }`,
    { ids: [equipmentId] },
  );
  return data?.timeline.lanes.flatMap(({ occupancies }) => occupancies);
}
async function check(person: string | null, wish: { equipmentId: string } & typeof slot, holdId?: string) {
  const { data } = await world.ask<{ checkBooking: { checks: { condition: string; passed: boolean }[] } }>(
    person,
    `query ($equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!, $holdId: ID) {
      checkBooking(equipmentId: $equipmentId, startsAt: $startsAt, endsAt: $endsAt, holdId: $holdId) { checks { condition passed } } }`,
    { ...wish, holdId },
  );
  return data?.checkBooking.checks.flatMap(({ condition, passed }) => (passed ? [] : [condition]));
}
const standing = (equipmentId: string) =>
  rowsOf(world.em())
    .selectFrom('occupancy')
    .innerJoin('unit', 'unit.id', 'occupancy.unit_id')
    .select(['occupancy.kind', 'occupancy.during'])
    .where('unit.equipment_id', '=', equipmentId)
    .where('occupancy.blocking', '=', true)
    .execute();
const eventsOf = async (equipmentId: string) =>
  (await rowsOf(world.em()).selectFrom('logged_event').select(['type', 'subject']).orderBy('id').execute())
    .filter(({ subject }) => subject.equipment === equipmentId)
    .map(({ type }) => type);

describe('a time that a visitor holds', () => {
  test('is kept for 15 minutes, with set-up and clean-up, and others are told until when', async () => {
    const { id, units } = await makeEquipment(world, { bufferAfterMinutes: 30 });
    const { hold, token } = await askToHold(world, null, { equipmentId: id, ...slot });
    const expiresAt = new Date(defaultNow.getTime() + 15 * 60_000).toISOString();
    expect(hold).toMatchObject({ ...slot, state: 'HELD', expiresAt, equipment: { id }, unit: { id: units[0] } });
    expect((await askForHold(world, null, token)).hold).toEqual(hold);
    const [occupancy] = await standing(id);
    expect(occupancy).toEqual({ kind: 'hold', during: '["2026-11-25 12:00:00+00","2026-11-25 13:30:00+00")' });
    expect(await takenOf(id)).toMatchObject([{ kind: 'HOLD', mine: false, unit: { id: units[0] } }]);
    const refused = await ask(world, jonas, { equipmentId: id, ...slot }, { locale: 'lt' });
    expect(refused.answer?.reasons).toMatchObject([
      {
        condition: 'SLOT_FREE',
        message: 'Šį laiką kažkas kaip tik rezervuoja. Jei nerezervuos, nuo 10:15 jis vėl bus laisvas.',
      },
    ]);
    expect(refused.answer?.alternatives?.length).toBeGreaterThan(0);
  });

  test('is not free wherever free time is looked for', async () => {
    const { id } = await makeEquipment(world, { name: 'Laikoma' });
    const free = async () => {
      const { data } = await world.ask<{
        equipment: { day: { kind: string; startsAt: string }[] };
        searchEquipment: { nodes: { equipment: { id: string } }[] };
      }>(
        jonas,
        `query ($id: ID!, $filter: EquipmentSearch) { equipment(id: $id) { day { kind startsAt } }
          searchEquipment(filter: $filter) { nodes { equipment { id } } } }`,
        { id, filter: { text: 'Laikoma', freeFrom: slot.startsAt, freeUntil: slot.endsAt } },
      );
      return {
        day: data?.equipment.day.filter(({ kind }) => kind === 'TAKEN').map(({ startsAt }) => startsAt),
        found: data?.searchEquipment.nodes.some(({ equipment }) => equipment.id === id),
      };
    };
    expect(await free()).toEqual({ day: [], found: true });
    await askToHold(world, null, { equipmentId: id, ...slot });
    expect(await free()).toEqual({ day: [slot.startsAt], found: false });
    pass(15);
    expect(await free()).toEqual({ day: [], found: true });
  });

  test('need not meet what is about the person, but everything else', async () => {
    const { id } = await makeEquipment(world, { audience: 'members' });
    expect((await askToHold(world, null, { equipmentId: id, ...slot })).answer?.__typename).toBe('TimeHeld');
    const { answer } = await askToHold(world, null, { equipmentId: id, ...night });
    expect(conditionsOf(answer)).toEqual(['OPENING_HOURS']);
    const second = await askToHold(world, null, { equipmentId: id, ...slot });
    expect(conditionsOf(second.answer)).toEqual(['SLOT_FREE']);
    expect(second.answer?.alternatives?.length).toBeGreaterThan(0);
  });

  test('counts as free for whoever names the hold, and for nobody else', async () => {
    const { id } = await makeEquipment(world);
    const wish = { equipmentId: id, ...slot };
    const { hold } = await askToHold(world, null, wish);
    expect(await check(null, wish)).toContain('SLOT_FREE');
    expect(await check(null, wish, hold?.id)).toEqual(['SIGNED_IN', 'EMAIL_VERIFIED']);
    expect(await check(jonas, wish)).toEqual(['SLOT_FREE']);
  });

  test('is one for a browser: another lets the earlier go, and the same again changes nothing', async () => {
    const { id } = await makeEquipment(world);
    const first = await askToHold(world, null, { equipmentId: id, ...slot });
    pass(5);
    const again = await askToHold(world, null, { equipmentId: id, ...slot, token: first.token });
    expect(again.hold).toEqual(first.hold);
    const known = await askToHold(world, null, { equipmentId: id, ...slot, earlierToken: first.token });
    expect(known.hold).toEqual(first.hold);
    expect((await askForHold(world, null, first.token)).hold).toBeNull();
    const moved = await askToHold(world, null, { equipmentId: id, ...next, earlierToken: known.token });
    expect(moved.hold).toMatchObject(next);
    expect((await askForHold(world, null, known.token)).hold).toMatchObject({ state: 'RELEASED' });
    expect(await standing(id)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(['hold.made', 'hold.released', 'hold.made']);
  });

  test('stays where the next wish is refused, and may be widened over itself', async () => {
    const { id } = await makeEquipment(world);
    const first = await askToHold(world, null, { equipmentId: id, ...slot });
    const { answer } = await askToHold(world, null, { equipmentId: id, ...night, earlierToken: first.token });
    expect(conditionsOf(answer)).toEqual(['OPENING_HOURS']);
    expect((await askForHold(world, null, first.token)).hold).toMatchObject({ state: 'HELD' });
    const wider = { startsAt: slot.startsAt, endsAt: next.endsAt };
    const second = await askToHold(world, null, { equipmentId: id, ...wider, earlierToken: first.token });
    expect(second.hold).toMatchObject(wider);
  });

  test('is known by a secret that is long enough and new', async () => {
    const { id } = await makeEquipment(world);
    expect((await askToHold(world, null, { equipmentId: id, ...slot, token: 'x'.repeat(31) })).code).toBe('BAD_INPUT');
    expect((await askToHold(world, null, { equipmentId: id, ...slot, token: 'x'.repeat(81) })).code).toBe('BAD_INPUT');
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    const other = await askToHold(world, null, { equipmentId: id, ...next, token });
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await standing(id)).toHaveLength(1);
    const kept = await rowsOf(world.em()).selectFrom('hold').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await askForHold(world, null, randomUUID())).hold).toBeNull();
  });

  test('is let go at once', async () => {
    const { id } = await makeEquipment(world);
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    expect((await askToRelease(world, null, token)).hold).toMatchObject({ state: 'RELEASED' });
    expect((await askToRelease(world, null, token)).hold).toMatchObject({ state: 'RELEASED' });
    expect((await askToRelease(world, null, randomUUID())).code).toBe('NOT_FOUND');
    expect((await ask(world, jonas, { equipmentId: id, ...slot })).answer?.__typename).toBe('Booked');
  });

  test('cannot be had thirty times from one address', async () => {
    const { id } = await makeEquipment(world, { units: 30 });
    const limits = createRateLimits(rowsOf(world.em()), 'secret');
    const hold = async () => {
      const context = { ...(await world.contextFor(null)), address: '203.0.113.30', limits };
      const input = { equipmentId: id, ...slot, token: randomUUID() };
      const { errors } = await world.askIn(
        context,
        'mutation ($input: HoldTimeInput!) { holdTime(input: $input) { __typename } }',
        { input },
      );
      return errors?.[0]?.extensions;
    };
    const answers = [];
    for (let count = 0; count < 30; count += 1) answers.push(await hold());
    expect(answers.filter((each) => each === undefined)).toHaveLength(20);
    expect(answers.at(-1)).toEqual({ code: 'TOO_MANY_REQUESTS', retryAfter: 900 });
    expect(await standing(id)).toHaveLength(20);
  });
});

describe('once somebody signed in', () => {
  test('the hold is theirs, and nobody else’s', async () => {
    const { id } = await makeEquipment(world);
    const wish = { equipmentId: id, ...slot };
    const { token } = await askToHold(world, null, wish);
    expect((await askToClaim(world, null, token)).code).toBe('SIGN_IN_REQUIRED');
    expect((await askToClaim(world, ruta, token)).hold).toMatchObject({ state: 'HELD' });
    expect((await askToClaim(world, ruta, token)).hold).toMatchObject({ state: 'HELD' });
    expect((await askToClaim(world, jonas, token)).code).toBe('NOT_FOUND');
    expect((await askToRelease(world, jonas, token)).code).toBe('NOT_FOUND');
    expect((await askForHold(world, jonas, token)).hold).toBeNull();
    expect((await askForHold(world, null, token)).hold).toBeNull();
    expect((await askToClaim(world, jonas, randomUUID())).code).toBe('NOT_FOUND');
    expect(await takenOf(id, ruta)).toMatchObject([{ kind: 'HOLD', mine: true }]);
    expect(await takenOf(id, jonas)).toMatchObject([{ kind: 'HOLD', mine: false }]);
    expect(await check(ruta, wish)).toEqual([]);
    expect(await check(jonas, wish)).toEqual(['SLOT_FREE']);
  });

  test('they book what they hold, and the hold is over', async () => {
    const { id } = await makeEquipment(world, { bufferBeforeMinutes: 15 });
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    await askToClaim(world, ruta, token, { replace: true });
    expect((await ask(world, jonas, { equipmentId: id, ...slot })).answer?.__typename).toBe('BookingRefused');
    expect((await ask(world, ruta, { equipmentId: id, ...slot })).answer?.__typename).toBe('Booked');
    expect((await askForHold(world, ruta, token)).hold).toMatchObject({ state: 'BOOKED' });
    expect(await standing(id)).toMatchObject([{ kind: 'booking' }]);
    expect(await takenOf(id, ruta)).toMatchObject([{ kind: 'BOOKING', mine: true }]);
  });

  test('a booking of something else leaves the hold, and a refused one too', async () => {
    const { id } = await makeEquipment(world);
    const { id: other } = await makeEquipment(world);
    const { token } = await askToHold(world, ruta, { equipmentId: id, ...slot });
    await ask(world, ruta, { equipmentId: other, ...slot });
    await ask(world, ruta, { equipmentId: id, ...night });
    expect((await askForHold(world, ruta, token)).hold).toMatchObject({ state: 'HELD' });
  });

  test('they keep what they hold where somebody sends them a link to another hold', async () => {
    const { id } = await makeEquipment(world, { units: 2 });
    const own = await askToHold(world, ruta, { equipmentId: id, ...slot });
    const sent = await askToHold(world, null, { equipmentId: id, ...slot });
    expect((await askToClaim(world, ruta, sent.token)).code).toBe('CONFLICT');
    expect((await askForHold(world, ruta, own.token)).hold).toMatchObject({ state: 'HELD' });
    pass(15);
    const later = await askToHold(world, null, { equipmentId: id, ...next });
    expect((await askToClaim(world, ruta, later.token)).hold).toMatchObject({ state: 'HELD' });
  });

  test('they hold one time: a chosen or a new one takes the place of what they held', async () => {
    const { id } = await makeEquipment(world, { units: 2 });
    const own = await askToHold(world, ruta, { equipmentId: id, ...slot });
    const browser = await askToHold(world, null, { equipmentId: id, ...slot });
    await askToClaim(world, ruta, browser.token, { replace: true });
    expect((await askForHold(world, ruta, own.token)).hold).toMatchObject({ state: 'RELEASED' });
    const third = await askToHold(world, ruta, { equipmentId: id, ...next });
    expect((await askForHold(world, ruta, browser.token)).hold).toMatchObject({ state: 'RELEASED' });
    expect((await askForHold(world, ruta, third.token)).hold).toMatchObject({ state: 'HELD' });
    expect(await standing(id)).toHaveLength(1);
  });

  test('a booking moves onto their own hold, not onto that of another', async () => {
    const { id } = await makeEquipment(world);
    const booked = await ask(world, ruta, { equipmentId: id, ...slot });
    const wish = { bookingId: booked.answer?.booking?.id ?? '', version: 1, ...next };
    const theirs = await askToHold(world, null, { equipmentId: id, ...next });
    expect((await askToMove(world, ruta, wish)).answer?.__typename).toBe('BookingRefused');
    await askToClaim(world, ruta, theirs.token, { replace: true });
    expect((await askToMove(world, ruta, wish)).answer?.__typename).toBe('Booked');
    expect((await askForHold(world, ruta, theirs.token)).hold).toMatchObject({ state: 'BOOKED' });
    expect(await standing(id)).toMatchObject([{ kind: 'booking' }]);
  });
});

describe('a hold that ran out', () => {
  test('gives way to a booking, with nobody coming round before', async () => {
    const { id } = await makeEquipment(world);
    const { token } = await askToHold(world, null, { equipmentId: id, startsAt: slot.startsAt, endsAt: next.endsAt });
    pass(15);
    expect(await takenOf(id)).toEqual([]);
    expect((await askForHold(world, null, token)).hold).toMatchObject({ state: 'EXPIRED' });
    expect((await ask(world, jonas, { equipmentId: id, ...slot })).answer?.__typename).toBe('Booked');
    expect(await standing(id)).toMatchObject([{ kind: 'booking' }]);
    expect(await eventsOf(id)).toEqual(['hold.made', 'hold.released', 'booking.made']);
  });

  test('gives way to a move and to another hold', async () => {
    const { id } = await makeEquipment(world);
    const booked = await ask(world, ruta, { equipmentId: id, ...slot });
    await askToHold(world, null, { equipmentId: id, ...next });
    pass(15);
    const move = { bookingId: booked.answer?.booking?.id ?? '', version: 1, ...next };
    expect((await askToMove(world, ruta, move)).answer?.__typename).toBe('Booked');
    await askToHold(world, null, { equipmentId: id, ...slot });
    pass(15);
    expect((await askToHold(world, null, { equipmentId: id, ...slot })).answer?.__typename).toBe('TimeHeld');
  });

  test('is nobody’s any more', async () => {
    const { id } = await makeEquipment(world);
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    pass(15);
    expect((await askToClaim(world, ruta, token)).hold).toMatchObject({ state: 'EXPIRED' });
    const again = await askToHold(world, null, { equipmentId: id, ...slot, earlierToken: token });
    expect(again.hold).toMatchObject({ state: 'HELD' });
    expect(again.token).not.toBe(token);
  });

  test('is ended by who comes round each minute, who tells those that look, and forgotten a day later', async () => {
    const live = liveOn(world);
    const { id, units } = await makeEquipment(world, { units: 2 });
    const stream = await live.follow<{ timelineChanges: { occupancies: Taken[] } }>(
      null,
      'subscription ($ids: [ID!]) { timelineChanges(equipmentIds: $ids) { ... on TimelineChange { occupancies { kind unit { id } } } } }',
      { ids: [id] },
    );
    const told = async () => (await take(stream, 1))[0]?.data?.timelineChanges.occupancies;
    const { token } = await askToHold(world, null, { equipmentId: id, ...slot });
    expect(await told()).toEqual([{ kind: 'HOLD', unit: { id: units[0] } }]);
    pass(5);
    const { token: second } = await askToHold(world, null, { equipmentId: id, ...slot });
    expect(await told()).toHaveLength(2);
    pass(10);
    await expireHolds(await world.contextFor(null));
    expect(await told()).toEqual([{ kind: 'HOLD', unit: { id: units[1] } }]);
    expect((await askForHold(world, null, second)).hold).toMatchObject({ state: 'HELD' });
    pass(24 * 60 + 1);
    await expireHolds(await world.contextFor(null));
    expect((await askForHold(world, null, token)).hold).toBeNull();
    expect((await askForHold(world, null, second)).hold).toMatchObject({ state: 'EXPIRED' });
    expect(await standing(id)).toEqual([]);
    live.stop();
  });
});

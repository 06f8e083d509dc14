import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alternativeFields,
  ask,
  askToApprove,
  askToCancel,
  askToDecline,
  askToMove,
  type BookedFields,
} from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { declineOverdue } from './overdue-requests.job.ts';

const startsAt = '2026-12-02T12:00:00.000Z';
const endsAt = '2026-12-02T13:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;
const later = (moment: string, milliseconds: number) => new Date(Date.parse(moment) + milliseconds).toISOString();

let world: World;
let ruta: string;
let staff: string;
let centre: string;
let kiln: MadeEquipment;
let now: Date;
beforeAll(async () => {
  world = await embeddedWorld();
  now = world.now;
  ruta = await makePerson(world, { name: 'Rūta' });
  staff = await makePerson(world, { name: 'Jonas' });
  centre = await makeCentre(world, { name: 'Šilas' });
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = now;
  kiln = await makeEquipment(world, { centre, approval: 'everyone', units: 2 });
});

async function request(wish: Partial<Parameters<typeof ask>[2]> = {}): Promise<BookedFields> {
  const { answer, errors } = await ask(world, ruta, { equipmentId: kiln.id, startsAt, endsAt, ...wish });
  if (!answer?.booking) throw new Error(JSON.stringify(errors ?? answer));
  return answer.booking;
}
const read = async (person: string, id: string, fields: string) => {
  const { data, errors } = await world.ask<{ booking: object }>(
    person,
    `query ($id: ID!) { booking(id: $id) { ${fields} } }`,
    { id },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.booking;
};
const isTaken = async (id: string) => {
  const occupancy = rowsOf(world.em()).selectFrom('occupancy').select('blocking').where('booking_id', '=', id);
  return (await occupancy.executeTakeFirstOrThrow()).blocking;
};
const runJob = () => declineOverdue(world.context(), new AbortController().signal);

describe('equipment that asks for approval', () => {
  test('is requested, its time taken, with three days for the answer or until it begins', async () => {
    const far = await request();
    expect(far).toMatchObject({ state: 'REQUESTED', ending: null, answerBy: later(world.now.toISOString(), 3 * day) });
    expect(await isTaken(far.id)).toBe(true);
    const near = later(world.now.toISOString(), 2 * hour).replace(/:\d\d:\d\d\.000/, ':00:00.000');
    const soon = await request({ startsAt: near, endsAt: later(near, hour) });
    expect(soon).toMatchObject({ state: 'REQUESTED', answerBy: near });
  });

  test('is seen to wait on the timeline, by whomever', async () => {
    await request();
    const { data } = await world.ask<{ timeline: { lanes: { occupancies: { waiting: boolean; kind: string }[] }[] } }>(
      null,
      `query ($id: ID!) { timeline(equipmentIds: [$id], startsAt: "${startsAt}", endsAt: "${endsAt}") {
        lanes { occupancies { waiting kind } } } }`,
      { id: kiln.id },
    );
    const taken = data?.timeline.lanes.flatMap(({ occupancies }) => occupancies);
    expect(taken).toEqual([{ waiting: true, kind: 'BOOKING' }]);
  });

  test('says so before, and until when the centre answers', async () => {
    const { data } = await world.ask<{ checkBooking: { outcome: string; checks: Record<string, unknown>[] } }>(
      ruta,
      `query ($id: ID!) { checkBooking(equipmentId: $id, startsAt: "${startsAt}", endsAt: "${endsAt}") {
        outcome checks { condition passed needsApproval message } } }`,
      { id: kiln.id },
    );
    expect(data?.checkBooking.outcome).toBe('REQUEST');
    expect(data?.checkBooking.checks.find(({ condition }) => condition === 'APPROVAL')).toMatchObject({
      ...{ passed: true, needsApproval: true },
      message: expect.stringMatching(/^Šilas has to agree and answers by .*\d\d:\d\d\.$/),
    });
  });
});

describe('a request', () => {
  test('is confirmed by staff, and nobody answers it twice', async () => {
    const { id: bookingId, version } = await request();
    const approved = await askToApprove(world, staff, { bookingId, version });
    expect(approved.answer).toMatchObject({
      __typename: 'Booked',
      booking: { id: bookingId, state: 'CONFIRMED', answerBy: null, version: version + 1 },
    });
    expect(await isTaken(bookingId)).toBe(true);
    for (const seen of [version, version + 1]) {
      const again = await askToApprove(world, staff, { bookingId, version: seen });
      expect(again).toMatchObject({
        code: 'CONFLICT',
        errors: [{ message: 'This booking has already been confirmed.' }],
      });
      const declined = await askToDecline(world, staff, { bookingId, version: seen, reason: 'Remontas' });
      expect(declined.code).toBe('CONFLICT');
    }
  });

  test('is declined by staff with a reason, which frees its time', async () => {
    const { id: bookingId, version } = await request();
    for (const reason of ['', '   ', 'a'.repeat(401)]) {
      const { code, errors } = await askToDecline(world, staff, { bookingId, version, reason });
      expect([code, errors?.[0]?.extensions?.problems]).toEqual([
        'BAD_INPUT',
        [expect.objectContaining({ field: 'reason' })],
      ]);
    }
    const { answer } = await askToDecline(world, staff, { bookingId, version, reason: ' Krosnis  remontuojama. ' });
    expect(answer).toMatchObject({
      ...{ state: 'DECLINED', answerBy: null, viewerCan: { move: false, cancel: false, answer: false } },
      ending: { by: 'STAFF', personName: 'Jonas', reason: 'Krosnis remontuojama.', at: world.now.toISOString() },
    });
    expect(await isTaken(bookingId)).toBe(false);
    const cancelled = await askToCancel(world, ruta, { bookingId, version: version + 1 });
    expect(cancelled).toMatchObject({
      code: 'CONFLICT',
      errors: [{ message: 'This request has already been declined.' }],
    });
  });

  test('is withdrawn by its maker, after which nobody can approve it', async () => {
    const { id: bookingId, version } = await request();
    const { answer } = await askToCancel(world, ruta, { bookingId, version });
    expect(answer).toMatchObject({ state: 'CANCELLED', ending: { by: 'HOLDER', personName: 'Rūta', reason: '' } });
    expect((await askToApprove(world, staff, { bookingId, version })).code).toBe('CONFLICT');
  });

  test('is answered by nobody but staff', async () => {
    const { id: bookingId, version } = await request();
    const stranger = await makePerson(world);
    const answers = [null, stranger, ruta].map(async (person) => [
      (await askToApprove(world, person, { bookingId, version })).code,
      (await askToDecline(world, person, { bookingId, version, reason: 'Ne' })).code,
    ]);
    expect(await Promise.all(answers)).toEqual([
      ['SIGN_IN_REQUIRED', 'SIGN_IN_REQUIRED'],
      ['NOT_FOUND', 'NOT_FOUND'],
      ['FORBIDDEN', 'FORBIDDEN'],
    ]);
  });

  test('is not answered once it has begun, nor as it was before it was moved', async () => {
    const { id: bookingId, version } = await request();
    const to = { startsAt: later(startsAt, day), endsAt: later(endsAt, day) };
    await askToMove(world, ruta, { bookingId, version, ...to });
    expect((await askToApprove(world, staff, { bookingId, version })).code).toBe('STALE_VERSION');
    world.now = new Date(to.startsAt);
    const { code, errors } = await askToApprove(world, staff, { bookingId, version: version + 1 });
    expect([code, errors?.[0]?.message]).toEqual([
      'CONFLICT',
      'The requested time has begun, so the request can no longer be answered.',
    ]);
  });

  test('is asked all conditions again, for whom it is', async () => {
    const members = await makeEquipment(world, {
      centre,
      approval: 'everyone',
      audience: 'members',
      leadMinutes: 2880,
    });
    const member = await makePerson(world);
    const bookingId = await makeBooking(world, {
      ...{ unit: members.units[0] ?? '', booker: member, state: 'requested' },
      ...{ from: startsAt, until: endsAt },
    });
    const refused = await askToApprove(world, staff, { bookingId, version: 1 });
    expect(refused.answer).toMatchObject({
      __typename: 'BookingRefused',
      reasons: [{ condition: 'AUDIENCE', message: 'Only members of Šilas can book this.', remedy: null }],
    });
    const verdict = `approvalVerdict { outcome checks { condition passed } ownClash { id } }`;
    expect(await read(staff, bookingId, verdict)).toMatchObject({
      approvalVerdict: { outcome: 'REFUSED', ownClash: [] },
    });
    expect(await read(member, bookingId, verdict)).toEqual({ approvalVerdict: null });
    await makeMembership(world, { personId: member, centreId: centre });
    // Asked in time, though the answer comes within the lead time.
    world.now = new Date(later(startsAt, -hour));
    expect((await askToApprove(world, staff, { bookingId, version: 1 })).answer?.booking?.state).toBe('CONFIRMED');
  });
});

describe('a booking that was approved', () => {
  const to = { startsAt: later(startsAt, day), endsAt: later(endsAt, day) };
  const approved = async () => {
    const { id: bookingId, version } = await request();
    await askToApprove(world, staff, { bookingId, version });
    return { bookingId, version: version + 1 };
  };

  test('waits anew when its holder moves it, and stands when staff move it', async () => {
    const { answer } = await askToMove(world, ruta, { ...(await approved()), ...to });
    expect(answer?.booking).toMatchObject({ state: 'REQUESTED', answerBy: later(world.now.toISOString(), 3 * day) });
    const other = await makeEquipment(world, { centre, approval: 'everyone' });
    const { id: bookingId, version } = await request({ equipmentId: other.id });
    await askToApprove(world, staff, { bookingId, version });
    const moved = await askToMove(world, staff, { bookingId, version: version + 1, ...to });
    expect(moved.answer?.booking).toMatchObject({ state: 'CONFIRMED', answerBy: null });
  });

  test('is cancelled by staff only with a reason, which its page tells with other times', async () => {
    const { bookingId, version } = await approved();
    const silent = await askToCancel(world, staff, { bookingId, version });
    expect([silent.code, silent.errors?.[0]?.extensions?.problems]).toEqual([
      'BAD_INPUT',
      [{ field: 'reason', message: 'Say why: whoever this time was for will read it.' }],
    ]);
    await askToCancel(world, staff, { bookingId, version, reason: 'Sugedo kaitinimas' });
    const page = (await read(
      ruta,
      bookingId,
      `ending { by personName reason } alternatives { ${alternativeFields} }`,
    )) as {
      ending: unknown;
      alternatives: { kind: string; startsAt: string; unit: { id: string } }[];
    };
    expect(page.ending).toEqual({ by: 'STAFF', personName: 'Jonas', reason: 'Sugedo kaitinimas' });
    const kinds = new Set(page.alternatives.map(({ kind }) => kind));
    expect(kinds).toContain('OTHER_UNIT');
    expect(kinds).toContain('OTHER_TIME');
    const same = page.alternatives.filter((each) => each.startsAt === startsAt && each.unit.id === kiln.units[0]);
    expect(same).toEqual([]);
  });

  test('has no alternatives where its holder gave it up', async () => {
    const { bookingId, version } = await approved();
    await askToCancel(world, ruta, { bookingId, version });
    expect(await read(ruta, bookingId, 'alternatives { kind }')).toEqual({ alternatives: [] });
  });
});

describe('the deadline', () => {
  test('declines at its moment what nobody answered, once, with other times', async () => {
    const { id: bookingId, answerBy } = await request();
    world.now = new Date(Date.parse(answerBy ?? '') - 1);
    await runJob();
    expect(await read(ruta, bookingId, 'state')).toEqual({ state: 'REQUESTED' });
    world.now = new Date(answerBy ?? '');
    await runJob();
    await runJob();
    const booking = await read(
      ruta,
      bookingId,
      'state version ending { by personName reason at } alternatives { kind }',
    );
    expect(booking).toMatchObject({
      ...{ state: 'DECLINED', version: 2 },
      ending: { by: 'DEADLINE', personName: null, reason: '', at: answerBy },
      alternatives: expect.arrayContaining([{ kind: 'OTHER_TIME' }]),
    });
    expect(await isTaken(bookingId)).toBe(false);
    const events = rowsOf(world.em()).selectFrom('logged_event').selectAll().where('type', '=', 'booking.declined');
    const told = (await events.execute()).filter(({ subject }) => subject.booking === bookingId);
    expect(told).toMatchObject([{ actor_id: null, audiences: ['public'] }]);
    expect(told[0]?.topics).toEqual(expect.arrayContaining([`booking:${bookingId}`, `person:${ruta}`]));
  });

  test('leaves alone what was answered or waits longer', async () => {
    const waiting = await request();
    const other = await request({ startsAt: later(startsAt, day), endsAt: later(endsAt, day) });
    await askToApprove(world, staff, { bookingId: other.id, version: other.version });
    await runJob();
    expect(await read(ruta, waiting.id, 'state')).toEqual({ state: 'REQUESTED' });
    world.now = new Date(later(now.toISOString(), 4 * day));
    await runJob();
    expect(await read(ruta, waiting.id, 'state')).toEqual({ state: 'DECLINED' });
    expect(await read(ruta, other.id, 'state')).toEqual({ state: 'CONFIRMED' });
  });
});

describe('who books the same time twice', () => {
  const clashes = async (person: string | null, equipmentId: string, movingId?: string) => {
    const { data } = await world.ask<{ checkBooking: { outcome: string; ownClash: { id: string }[] } }>(
      person,
      `query ($id: ID!, $movingId: ID) { checkBooking(equipmentId: $id, startsAt: "${startsAt}", endsAt: "${endsAt}",
        movingId: $movingId) { outcome ownClash { id } } }`,
      { id: equipmentId, movingId },
    );
    return data?.checkBooking.ownClash.map(({ id }) => id);
  };

  test('is warned of it, and of nothing that is over, moved or of others', async () => {
    const person = await makePerson(world);
    const free = await makeEquipment(world);
    const half = { startsAt: later(startsAt, hour / 2), endsAt: later(endsAt, hour / 2) };
    const { answer } = await ask(world, person, { equipmentId: free.id, ...half });
    const { id = '', version = 0 } = answer?.booking ?? {};
    await ask(world, person, { equipmentId: free.id, startsAt: later(endsAt, hour), endsAt: later(endsAt, 2 * hour) });
    expect(await clashes(person, kiln.id)).toEqual([id]);
    expect(await clashes(person, free.id, id)).toEqual([]);
    expect(await clashes(staff, kiln.id)).toEqual([]);
    expect(await clashes(null, kiln.id)).toEqual([]);
    await askToCancel(world, person, { bookingId: id, version });
    expect(await clashes(person, kiln.id)).toEqual([]);
  });
});

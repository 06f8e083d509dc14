import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askToApprove, askToCancel, askToDecline, askToMove } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { declineOverdue } from './overdue-requests.job.ts';

const rounds = 12;
const at = (hour: number) => new Date(Date.parse('2026-12-02T00:00:00Z') + hour * 3_600_000).toISOString();

describe.runIf(await hasPostgres())('answers at the same moment', () => {
  let world: World;
  let staff: string;
  let colleague: string;
  let ruta: string;
  let unit: string;
  let equipmentId: string;
  beforeAll(async () => {
    world = await postgresWorld();
    [staff, colleague, ruta] = [await makePerson(world), await makePerson(world), await makePerson(world)];
    const centre = await makeCentre(world);
    for (const personId of [staff, colleague])
      await makeMembership(world, { personId, centreId: centre, role: 'staff' });
    const made = await makeEquipment(world, {
      centre,
      approval: 'everyone',
      horizonDays: 365,
      hours: [{ opens: '00:00', closes: '24:00' }],
    });
    equipmentId = made.id;
    unit = made.units[0] ?? '';
  });
  afterAll(() => world.close());

  let hours = 0;
  /** A request whose deadline has come, though its time has not. */
  async function request(): Promise<{ bookingId: string; version: number }> {
    hours += 2;
    const times = { from: at(hours), until: at(hours + 1) };
    const bookingId = await makeBooking(world, {
      ...{ unit, booker: ruta, state: 'requested', answerBy: world.now, ...times },
    });
    return { bookingId, version: 1 };
  }
  /** How a request ended, with all that must agree with it. */
  async function outcome(bookingId: string) {
    const rows = rowsOf(world.em());
    const { state, version } = await rows
      .selectFrom('booking')
      .select(['state', 'version'])
      .where('id', '=', bookingId)
      .executeTakeFirstOrThrow();
    const { blocking } = await rows
      .selectFrom('occupancy')
      .select('blocking')
      .where('booking_id', '=', bookingId)
      .executeTakeFirstOrThrow();
    const events = await rows
      .selectFrom('logged_event')
      .select('type')
      .where('type', 'in', ['booking.approved', 'booking.declined', 'booking.cancelled', 'booking.moved'])
      .where(({ eb, ref }) => eb(ref('subject', '->>').key('booking' as never), '=', bookingId as never))
      .execute();
    return { state, version, blocking, events: events.map(({ type }) => type) };
  }
  /** As a process does it, on a connection of its own. */
  const runJob = () => declineOverdue(world.context(), new AbortController().signal);

  test('approved twice, a request is confirmed once and the second is told so', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const input = await request();
      const answers = await Promise.all([staff, colleague].map((person) => askToApprove(world, person, input)));
      expect(answers.map(({ answer, code }) => code ?? answer?.booking?.state).sort()).toEqual([
        'CONFIRMED',
        'CONFLICT',
      ]);
      const after = await outcome(input.bookingId);
      expect(after).toEqual({ state: 'confirmed', version: 2, blocking: true, events: ['booking.approved'] });
    }
  });

  test('approved and declined, it is one of them', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const input = await request();
      const [yes, no] = await Promise.all([
        askToApprove(world, staff, input),
        askToDecline(world, colleague, { ...input, reason: 'Remontas' }),
      ]);
      expect([yes.code, no.code].sort()).toEqual(['CONFLICT', undefined]);
      const { state, blocking, events } = await outcome(input.bookingId);
      expect([state, blocking, events]).toEqual(
        yes.code ? ['declined', false, ['booking.declined']] : ['confirmed', true, ['booking.approved']],
      );
    }
  });

  test('approved and withdrawn, it ends withdrawn or confirmed, and both know', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const input = await request();
      const [yes, no] = await Promise.all([askToApprove(world, staff, input), askToCancel(world, ruta, input)]);
      const { state, blocking, events } = await outcome(input.bookingId);
      if (yes.code) {
        expect([yes.code, no.code, state, blocking]).toEqual(['CONFLICT', undefined, 'cancelled', false]);
        expect(events).toEqual(['booking.cancelled']);
      } else {
        expect([no.code, state, blocking, events]).toEqual(['STALE_VERSION', 'confirmed', true, ['booking.approved']]);
      }
    }
  });

  test('approved and moved, it is not confirmed where nobody looked', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const input = await request();
      const to = { startsAt: at(2400 + hours), endsAt: at(2401 + hours) };
      const [yes, moved] = await Promise.all([
        askToApprove(world, staff, input),
        askToMove(world, ruta, { ...input, ...to }),
      ]);
      expect([yes.code, moved.code].sort()).toEqual(['STALE_VERSION', undefined]);
      expect((await outcome(input.bookingId)).state).toBe(yes.code ? 'requested' : 'confirmed');
    }
  });

  test('the deadline on two processes declines each request once, whatever staff answer meanwhile', async () => {
    const inputs = [];
    for (let round = 0; round < rounds; round += 1) inputs.push(await request());
    const [, , ...answers] = await Promise.all([
      runJob(),
      runJob(),
      ...inputs.slice(0, 6).map((input) => askToApprove(world, staff, input)),
    ]);
    await runJob();
    for (const [index, { bookingId }] of inputs.entries()) {
      const confirmed = index < answers.length && answers[index]?.code === undefined;
      expect(await outcome(bookingId)).toEqual({
        ...(confirmed ? { state: 'confirmed', blocking: true } : { state: 'declined', blocking: false }),
        ...{ version: 2, events: [confirmed ? 'booking.approved' : 'booking.declined'] },
      });
    }
    expect(answers.flatMap(({ code }) => code ?? []).every((code) => code === 'CONFLICT')).toBe(true);
  });

  test('a time that a declined request frees goes to one who wants it', async () => {
    const input = await request();
    const slot = { equipmentId, startsAt: at(hours), endsAt: at(hours + 1) };
    const taken = await ask(world, colleague, slot);
    expect(taken.answer?.reasons?.map(({ condition }) => condition)).toEqual(['SLOT_FREE']);
    await askToDecline(world, staff, { ...input, reason: 'Remontas' });
    const results = await Promise.all([staff, colleague, ruta].map((person) => ask(world, person, slot)));
    expect(results.filter(({ answer }) => answer?.__typename === 'Booked')).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askToCancel, attend, undo, undoableOf } from '../../../../test/bookings.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { silent } from '../../../../test/jobs.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { transact } from '../../../platform/context/transact.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { sendLetter } from '../../notifications/letters/send-letter.service.ts';
import { notify } from '../../notifications/notices/notify.service.ts';

const rounds = 8;
const at = (hour: number) => new Date(Date.parse('2026-11-26T00:00:00Z') + hour * 3_600_000).toISOString();

describe.runIf(await hasPostgres())('at the same moment', () => {
  let world: World;
  let staff: string;
  let ruta: string;
  let equipmentId: string;
  let unit: string;
  beforeAll(async () => {
    world = await postgresWorld();
    [staff, ruta] = [await makePerson(world), await makePerson(world)];
    const centre = await makeCentre(world);
    await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
    await makeMembership(world, { personId: ruta, centreId: centre });
    const hours = [{ opens: '00:00', closes: '24:00' }];
    ({
      id: equipmentId,
      units: [unit = ''],
    } = await makeEquipment(world, { centre, horizonDays: 365, hours }));
  });
  afterAll(() => world.close());

  let hours = 0;
  /** A booking that was cancelled just now. */
  async function cancelled() {
    hours += 2;
    const time = { from: at(hours), until: at(hours + 1) };
    const bookingId = await makeBooking(world, { unit, booker: ruta, ...time });
    await askToCancel(world, staff, { bookingId, version: 1, reason: 'Remontas' });
    const [step] = await undoableOf(world, staff);
    return { bookingId, stepId: step?.id ?? '', startsAt: time.from, endsAt: time.until };
  }
  /** What a consumer makes of it, on a connection of its own. */
  async function tell(bookingId: string) {
    const event = await rowsOf(world.em())
      .selectFrom('logged_event')
      .select(['id', 'type'])
      .where('type', '=', 'booking.cancelled')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await transact(world.context(), (tx) =>
      notify(tx, {
        ...{ personId: ruta, cause: `${event.type}:${event.id}`, kind: 'booking_cancelled_by_staff', undoable: true },
        ...{ reason: 'booker', object: { type: 'booking', id: bookingId } },
      }),
    );
  }
  const toldOf = (bookingId: string) =>
    rowsOf(world.em())
      .selectFrom('notification')
      .select(['id', 'emailed_at as emailedAt'])
      .where('object_id', '=', bookingId)
      .execute();
  const stateOf = async (id: string) =>
    (await rowsOf(world.em()).selectFrom('booking').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state;

  test('taken back and sent, it is one of them: what was told stands, what was taken back was never told', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { bookingId, stepId } = await cancelled();
      await tell(bookingId);
      const [row] = await toldOf(bookingId);
      const [answer] = await Promise.all([
        undo(world, staff, stepId),
        sendLetter(world.context(), row?.id ?? newId(), silent),
      ]);
      const told = (await toldOf(bookingId)).some(({ emailedAt }) => emailedAt);
      expect(answer.code).toBe(told ? 'CONFLICT' : undefined);
      expect(await stateOf(bookingId)).toBe(told ? 'cancelled' : 'confirmed');
    }
  });

  test('taken back and about to be told, nobody is told', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { bookingId, stepId } = await cancelled();
      const [answer] = await Promise.all([undo(world, staff, stepId), tell(bookingId)]);
      expect(answer.code).toBeUndefined();
      expect(await toldOf(bookingId)).toEqual([]);
    }
  });

  test('taken back and booked by others, one of them has the time', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { bookingId, stepId, ...time } = await cancelled();
      const [back, other] = await Promise.all([
        undo(world, staff, stepId),
        ask(world, staff, { equipmentId, ...time }),
      ]);
      expect([back.booking, other.answer?.booking].filter(Boolean)).toHaveLength(1);
      expect([back.code, other.code]).toEqual([undefined, undefined]);
      expect(await stateOf(bookingId)).toBe(back.booking ? 'confirmed' : 'cancelled');
    }
  });

  test('a member who comes and staff who say that nobody did, one is told of the other', async () => {
    const now = world.now;
    for (let round = 0; round < rounds; round += 1) {
      hours += 2;
      const bookingId = await makeBooking(world, { unit, booker: ruta, from: at(hours), until: at(hours + 1) });
      world.now = new Date(Date.parse(at(hours)) + 20 * 60_000);
      const answers = await Promise.all([
        attend(world, ruta, 'checkInBooking', { bookingId, version: 1 }),
        attend(world, staff, 'markNoShow', { bookingId, version: 1 }),
      ]);
      expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', undefined]);
      expect(await stateOf(bookingId)).toBe(answers[0]?.code ? 'no_show' : 'checked_in');
    }
    world.now = now;
  });

  test('a use that goes on and a booking of the gap, one of them has the time', async () => {
    const now = world.now;
    for (let round = 0; round < rounds; round += 1) {
      hours += 4;
      const bookingId = await makeBooking(world, { unit, booker: ruta, from: at(hours), until: at(hours + 1) });
      world.now = new Date(Date.parse(at(hours)) + 20 * 60_000);
      const [longer, other] = await Promise.all([
        attend(world, ruta, 'extendBooking', { bookingId, version: 1, endsAt: at(hours + 2) }),
        ask(world, staff, { equipmentId, startsAt: at(hours + 1), endsAt: at(hours + 2) }),
      ]);
      expect([longer.booking, other.answer?.booking].filter(Boolean)).toHaveLength(1);
      expect([longer.code, other.code]).toEqual([undefined, undefined]);
    }
    world.now = now;
  });
});

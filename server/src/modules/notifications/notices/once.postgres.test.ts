import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../../test/bookings.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { jobsOf, silent } from '../../../../test/jobs.ts';
import { everybodyTold, startTelling, type TellingProcess } from '../../../../test/letters.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { transact } from '../../../platform/context/transact.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { sendLetter } from '../letters/send-letter.service.ts';
import { Notification } from './notification.entity.ts';
import { notify } from './notify.service.ts';

describe.runIf(await hasPostgres())('what people are told, on PostgreSQL', () => {
  let world: World;
  let mail: MailServer;
  const processes: TellingProcess[] = [];
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    mail = await startMailServer();
  });
  afterEach(async () => {
    for (const each of processes.splice(0).reverse()) await each.stop();
    await mail.close();
  });
  const start = async (count: number) => {
    for (let each = 0; each < count; each += 1) processes.push(await startTelling(world, mail));
  };
  const hour = (hours: number) => new Date(Date.UTC(2026, 10, 26, 6 + hours)).toISOString();
  const rowsOfPeople = () => world.em().find(Notification, {}, { orderBy: { id: 'asc' } });
  /** A notification that waits for its letter. */
  async function waiting() {
    const personId = await makePerson(world);
    const { units } = await makeEquipment(world);
    const id = await makeBooking(world, { unit: units[0] ?? '', booker: personId, from: hour(1), until: hour(2) });
    const notice = { personId, cause: 'test', kind: 'booking_made', reason: 'booker' } as const;
    const tell = () => transact(world.context(), (tx) => notify(tx, { ...notice, object: { type: 'booking', id } }));
    await tell();
    const [row] = await world.em().find(Notification, { person: personId });
    return { personId, tell, notificationId: row?.id ?? '' };
  }

  test('two processes tell everybody once of each cause, in one row and one e-mail', async () => {
    await start(2);
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson(world)));
    const { id: equipmentId } = await makeEquipment(world, { units: people.length });
    const booked = await Promise.all(
      people.map((person) => ask(world, person, { equipmentId, startsAt: hour(4), endsAt: hour(5) })),
    );
    expect(booked.filter(({ answer }) => answer?.booking)).toHaveLength(people.length);
    await everybodyTold(world);
    const addresses = people.map((id) => `${id}@example.org`).sort();
    expect(
      mail
        .taken()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(addresses);
    const rows = (await rowsOfPeople()).filter(({ person }) => people.includes(person.id));
    expect(rows.map(({ person }) => `${person.id}@example.org`).sort()).toEqual(addresses);
    expect(rows.filter(({ emailedAt }) => emailedAt === null)).toEqual([]);
  });

  test('a cause that is handled again and again, also at once, makes one row and one letter', async () => {
    const { personId, tell } = await waiting();
    await Promise.all([tell(), tell(), tell()]);
    await start(2);
    await tell();
    await everybodyTold(world);
    expect(mail.taken().filter(({ to }) => to.startsWith(personId))).toHaveLength(1);
    expect(await world.em().count(Notification, { person: personId })).toBe(1);
  });

  test('a letter that is written several times at once goes out once', async () => {
    const { notificationId } = await waiting();
    const before = (await jobsOf(world, 'emails')).length;
    await Promise.all(Array.from({ length: 5 }, () => sendLetter(world.context(), notificationId, silent)));
    await sendLetter(world.context(), notificationId, silent);
    expect((await jobsOf(world, 'emails')).length - before).toBe(1);
  });

  test('what dies between the row and its e-mail leaves neither, and is made up for', async () => {
    const { personId, tell, notificationId } = await waiting();
    const { jobs } = world;
    let deaths = 0;
    world.jobs = {
      async enqueue(em, ...job) {
        await jobs.enqueue(em, ...job);
        deaths += 1;
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(rowsOf(em));
      },
    };
    const emailsBefore = (await jobsOf(world, 'emails')).length;
    await expect(sendLetter(world.context(), notificationId, silent)).rejects.toThrow();
    await world.em().nativeDelete(Notification, { id: notificationId });
    await expect(tell()).rejects.toThrow();
    world.jobs = jobs;
    expect(deaths).toBe(2);
    expect(await world.em().count(Notification, { person: personId })).toBe(0);
    expect(await jobsOf(world, 'emails')).toHaveLength(emailsBefore);
    await tell();
    await start(2);
    await everybodyTold(world);
    expect(mail.taken().filter(({ to }) => to.startsWith(personId))).toHaveLength(1);
  });
});

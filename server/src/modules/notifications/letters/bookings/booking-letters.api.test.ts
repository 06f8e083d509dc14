import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, askToCancel, askToMove } from '../../../../../test/bookings.ts';
import { makeMandate, makeMembership } from '../../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../../../test/factories/identity.ts';
import { everybodyTold, startTelling, type TellingProcess } from '../../../../../test/letters.ts';
import { type MailServer, startMailServer } from '../../../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../../../test/world.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { Notification } from '../../notices/notification.entity.ts';
import { notify } from '../../notices/notify.service.ts';

let world: World;
let mail: MailServer;
let telling: TellingProcess;
let centre: string;
let equipmentId: string;
let ona: string;
let jonas: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { name: 'LinkMenų fabrikas', address: 'Linkmenų g. 28' });
  ({ id: equipmentId } = await makeEquipment(world, { centre, name: 'CO₂ lazeris', units: 2 }));
  jonas = await makePerson(world, { name: 'Jonas' });
  await makeMembership(world, { personId: jonas, centreId: centre, role: 'staff' });
});
afterAll(() => world.close());
beforeEach(async () => {
  ona = await makePerson(world, { name: 'Ona' });
  mail = await startMailServer();
  telling = await startTelling(world, mail);
});
afterEach(async () => {
  await telling.stop();
  await mail.close();
});

let days = 0;
/** A time that no other test of this file takes. */
function time(from = 10, hours = 2) {
  days += 1;
  const day = Date.UTC(2026, 10, 25 + (days % 20));
  const at = (hour: number) => new Date(day + hour * 3_600_000).toISOString();
  return { startsAt: at(from), endsAt: at(from + hours) };
}
async function book(wish: object = {}, options?: Parameters<typeof ask>[3]) {
  const { answer } = await ask(world, ona, { equipmentId, ...time(), ...wish }, options);
  if (!answer?.booking) throw new Error(JSON.stringify(answer));
  return answer.booking;
}
/** What reached mailboxes since it was looked last. */
async function letters() {
  await everybodyTold(world);
  return mail.taken();
}
const linesOf = (calendar = '') => calendar.replaceAll(/\r?\n /g, '').split(/\r?\n/);

describe('a letter about a booking', () => {
  test('confirms it in the language of its booker, with everything one needs to know', async () => {
    const { id } = await book({ purpose: 'Maketas', startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T12:00:00Z' });
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Rezervuota: CO₂ lazeris, Nr. 1, lapkričio 26 d., ketvirtadienis, 12:00–14:00');
    const page = `https://talka.example/lt/bookings/${id}`;
    for (const body of [letter?.text, letter?.html]) {
      for (const said of ['Sveiki, Ona,', 'Linkmenų g. 28', 'Maketas', page, `${page}/move`, `${page}/cancel`]) {
        expect(body).toContain(said);
      }
      expect(body).toMatch(/https:\/\/talka\.example\/lt\/email-stop\/[\w-]{43}/);
    }
    expect(letter?.html).toContain('<html lang="lt">');
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(letter?.headers.get('references')).toBe(`<booking-${id}@talka.example>`);
    expect(letter?.headers.get('list-unsubscribe')).toMatch(/^<https:\/\/talka\.example\/api\/email-stop\/[\w-]{43}>$/);
    expect(letter?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [row] = await world.em().find(Notification, { person: ona });
    expect(row).toMatchObject({ kind: 'booking_made', reason: 'booker', objectId: id, emailedAt: world.now });
    expect(letter?.headers.get('message-id')).toBe(`<${row?.id}@talka.example>`);
  });

  test('carries an entry for the calendar that later letters change and remove', async () => {
    const booked = await book();
    const [made] = await letters();
    const moved = await askToMove(world, ona, { bookingId: booked.id, version: booked.version, ...time() });
    const [changed] = await letters();
    const version = moved.answer?.booking?.version ?? 0;
    await askToCancel(world, ona, { bookingId: booked.id, version });
    const [cancelled] = await letters();
    const entries = [made, changed, cancelled].map((letter) => letter?.files[0]);
    expect(entries.map((entry) => entry?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(entries[0]?.filename).toBe('rezervacija.ics');
    const lines = entries.map((entry) => linesOf(entry?.content));
    for (const each of lines) expect(each).toContain(`UID:${booked.id}@talka.example`);
    const told = (wanted: string) => lines.map((each) => each.filter((line) => line.startsWith(wanted)).join());
    expect(told('SEQUENCE')).toEqual([1, 2, 3].map((sequence) => `SEQUENCE:${sequence}`));
    expect(told('METHOD')).toEqual(['METHOD:REQUEST', 'METHOD:REQUEST', 'METHOD:CANCEL']);
    expect(told('STATUS')).toEqual(['STATUS:CONFIRMED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(told('ATTENDEE')[0]).toContain(`${ona}@example.org`);
    expect([made, changed, cancelled].map((letter) => letter?.subject.split(':')[0])).toEqual([
      'Rezervuota',
      'Perkelta',
      'Atšaukta',
    ]);
  });

  test('tells that the staff moved it', async () => {
    const { id, version } = await book();
    await letters();
    await askToMove(world, jonas, { bookingId: id, version, ...time() });
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/^Centras perkėlė jūsų rezervaciją: CO₂ lazeris/);
    expect(letter?.to).toBe(`${ona}@example.org`);
  });

  test('tells that a colleague cancelled it', async () => {
    const organisationId = await makeOrganisation(world);
    const rasa = await makePerson(world);
    for (const personId of [ona, rasa]) await makeMandate(world, { personId, organisationId });
    const booked = await book({}, { actingFor: { kind: 'organisation', id: organisationId } });
    await letters();
    await askToCancel(world, rasa, { bookingId: booked.id, version: booked.version });
    expect((await letters()).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Jūsų rezervacija atšaukta: /),
    ]);
  });

  test('speaks English to whoever wants that', async () => {
    ona = await makePerson(world, { name: 'Anne', locale: 'en' });
    await book({ startsAt: '2027-01-04T10:00:00Z', endsAt: '2027-01-04T12:00:00Z' });
    const [letter] = await letters();
    expect(letter?.subject).toBe('Booked: CO₂ lazeris, No. 1, Monday, 4 January 2027, 12:00–14:00');
    expect(letter?.text).toContain('Hello Anne,');
    expect(letter?.html).toContain('<html lang="en">');
  });

  test('is left out where the person was told something newer before it was written', async () => {
    await telling.jobs.stop();
    const { id, version } = await book();
    await askToCancel(world, ona, { bookingId: id, version });
    await telling.stop();
    telling = await startTelling(world, mail);
    expect((await letters()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Atšaukta: /)]);
    expect(await world.em().count(Notification, { person: ona })).toBe(2);
  });

  test('does not go to an address that nobody confirmed', async () => {
    const personId = await makePerson(world, { verified: false });
    const { units } = await makeEquipment(world, { centre });
    const { startsAt: from, endsAt: until } = time();
    const id = await makeBooking(world, { unit: units[0] ?? '', booker: personId, from, until });
    const notice = { personId, cause: 'test', kind: 'booking_made', reason: 'booker' } as const;
    await transact(world.context(), (tx) => notify(tx, { ...notice, object: { type: 'booking', id } }));
    expect(await letters()).toEqual([]);
    expect(await world.em().find(Notification, { person: personId })).toMatchObject([{ emailedAt: null }]);
  });
});

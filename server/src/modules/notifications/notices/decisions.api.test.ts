import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, askToCancel } from '../../../../test/bookings.ts';
import { makeJoinRequest, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { everybodyTold, startTelling, type TellingProcess } from '../../../../test/letters.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { declineOverdue } from '../../booking/commands/overdue-requests.job.ts';
import { mostCausedLetters } from '../letters/send-letter.service.ts';

let world: World;
let mail: MailServer;
let telling: TellingProcess;
let centre: string;
let equipmentId: string;
let ona: string;
let jonas: string;
let vaiva: string;
let now: Date;
beforeAll(async () => {
  world = await embeddedWorld();
  now = world.now;
  mail = await startMailServer();
});
afterAll(async () => {
  await mail.close();
  await world.close();
});
beforeEach(async () => {
  telling = await startTelling(world, mail);
  centre = await makeCentre(world, { name: 'Kopa', slug: `kopa-${newId()}`, membershipAccess: 'on_request' });
  ({ id: equipmentId } = await makeEquipment(world, { centre, name: 'Krosnis', units: 2, approval: 'everyone' }));
  [ona, jonas, vaiva] = [
    await makePerson(world, { name: 'Ona' }),
    await makePerson(world, { name: 'Jonas' }),
    await makePerson(world, { name: 'Vaiva' }),
  ];
  await makeMembership(world, { personId: jonas, centreId: centre, role: 'staff' });
  await makeMembership(world, { personId: vaiva, centreId: centre, role: 'manager' });
});
afterEach(async () => {
  world.now = now;
  await telling.stop();
});

async function letters() {
  await everybodyTold(world);
  const names = new Map(
    [ona, jonas, vaiva].map((id, index) => [`${id}@example.org`, ['Ona', 'Jonas', 'Vaiva'][index]]),
  );
  const taken = mail.taken();
  return {
    taken,
    heads: taken.map(({ to, subject }) => `${names.get(to)}: ${subject.split(',')[0]}`).sort(),
  };
}
const startsAt = '2026-11-27T10:00:00Z';
const endsAt = '2026-11-27T12:00:00Z';
async function request() {
  const { answer } = await ask(world, ona, { equipmentId, startsAt, endsAt, purpose: 'Vazos' });
  expect(answer?.booking?.state).toBe('REQUESTED');
  return answer?.booking ?? { id: '', version: 0 };
}

describe('a booking that waits for the centre', () => {
  test('is told to its booker and to everybody of the staff, then what was decided', async () => {
    const { id, version } = await request();
    const asked = await letters();
    expect(asked.heads).toEqual([
      'Jonas: Laukia jūsų atsakymo: Krosnis',
      'Ona: Laukia centro atsakymo: Krosnis',
      'Vaiva: Laukia jūsų atsakymo: Krosnis',
    ]);
    const [toStaff, toBooker] = ['Jonas', 'Ona'].map((name) =>
      asked.taken.find(({ text }) => text.includes(`, ${name},`)),
    );
    expect(toStaff?.text).toContain('Kas rezervuoja: Ona');
    expect(toStaff?.text).toMatch(/https:\/\/talka\.example\/lt\/desk\/kopa-/);
    expect(toStaff?.files).toEqual([]);
    expect(toBooker?.text).toMatch(/Centras atsakys iki: lapkričio 27 d\., 12:00/);
    expect(toBooker?.files[0]?.content).toContain('STATUS:TENTATIVE');
    await world.ask(jonas, 'mutation ($input: ApproveBookingInput!) { approveBooking(input: $input) { __typename } }', {
      input: { bookingId: id, version },
    });
    const decided = await letters();
    expect(decided.heads).toEqual(['Ona: Patvirtinta: Krosnis']);
    expect(decided.taken[0]?.files[0]?.content).toContain('STATUS:CONFIRMED');
  });

  test('that was declined tells why, by whom, and what else is free', async () => {
    const { id, version } = await request();
    await letters();
    const { errors } = await world.ask(
      jonas,
      'mutation ($input: DeclineBookingInput!) { declineBooking(input: $input) { __typename } }',
      { input: { bookingId: id, version, reason: 'Tądien keičiame kaitinimo elementus.' } },
    );
    expect(errors).toBeUndefined();
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Ona: Nepatvirtinta: Krosnis']);
    expect(taken[0]?.text).toContain('> Tądien keičiame kaitinimo elementus.');
    expect(taken[0]?.text).toContain('Sprendimą priėmė: Jonas');
    expect(taken[0]?.text).toMatch(
      /Jums laisva:\s+.+\s+https:\/\/talka\.example\/lt\/equipment\/.+from=.+&to=.+&unit=/,
    );
    expect(taken[0]?.files[0]?.method).toBe('CANCEL');
  });

  test('that nobody answered until its time began tells that, and what else is free', async () => {
    await request();
    await letters();
    world.now = new Date(startsAt);
    await declineOverdue(world.context(), new AbortController().signal);
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Ona: Nepatvirtinta: Krosnis']);
    expect(taken[0]?.text).toContain('laiku neatsakė');
    expect(taken[0]?.text).toContain('Jums laisva:');
  });

  test('that the staff cancelled once it stood does likewise', async () => {
    const { id, version } = await request();
    await world.ask(jonas, 'mutation ($input: ApproveBookingInput!) { approveBooking(input: $input) { __typename } }', {
      input: { bookingId: id, version },
    });
    await letters();
    const reason = 'Sugedo.';
    const { errors } = await askToCancel(world, jonas, { bookingId: id, version: version + 1, reason });
    expect(errors).toBeUndefined();
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Ona: Centras atšaukė jūsų rezervaciją: Krosnis']);
    expect(taken[0]?.text).toContain('> Sugedo.');
    expect(taken[0]?.text).toContain('Jums laisva:');
  });
});

describe('a request for membership', () => {
  const wish = () => ({ equipmentId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  const decide = (mutation: string, id: string, more = '') =>
    world.ask(jonas, `mutation { ${mutation}(input: { joinRequestId: "${id}"${more} }) { __typename } }`);

  test('is told to the staff', async () => {
    const { errors } = await world.ask(
      ona,
      `mutation ($input: AskForMembershipInput!) { askForMembership(input: $input) { __typename } }`,
      {
        input: {
          centreId: centre,
          message: 'Noriu lipdyti.',
          wish: { equipmentId, startsAt, endsAt },
          idempotencyKey: newId(),
        },
      },
    );
    expect(errors).toBeUndefined();
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Jonas: Ona prašo narystės centre „Kopa“', 'Vaiva: Ona prašo narystės centre „Kopa“']);
    expect(taken[0]?.text).toContain('> Noriu lipdyti.');
    expect(taken[0]?.text).toContain('Norima rezervuoti: Krosnis, lapkričio 27 d., penktadienis, 12:00–14:00');
  });

  test('that was accepted leads to what the person wanted to book', async () => {
    const id = await makeJoinRequest(world, { personId: ona, centreId: centre, wish: wish() });
    await decide('acceptJoinRequest', id);
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Ona: Narystė centre „Kopa“ suteikta']);
    expect(taken[0]?.text).toContain(
      `https://talka.example/lt/equipment/${equipmentId}?from=2026-11-27T10:00Z&to=2026-11-27T12:00Z`,
    );
  });

  test('that was declined tells why', async () => {
    const id = await makeJoinRequest(world, { personId: ona, centreId: centre });
    await decide('declineJoinRequest', id, ', reason: "Kol kas nėra vietų."');
    const { heads, taken } = await letters();
    expect(heads).toEqual(['Ona: Narystė centre „Kopa“ nesuteikta']);
    expect(taken[0]?.text).toContain('> Kol kas nėra vietų.');
  });
});

/** Letters that Ona made Jonas get about bookings that wait, within an hour. */
async function makeJonasTold(times: number) {
  const rows = rowsOf(world.em());
  for (let time = 1; time <= times; time += 1) {
    const at = new Date(now.getTime() - 3_600_000 + time);
    const { rows: made } = await sql<{ id: string }>`
      insert into logged_event (at, type, topics, subject, audiences, actor_id)
      values (${at}, 'booking.made', '{}', '{}', '{}', ${ona}) returning id`.execute(rows);
    const id = made[0]?.id;
    await rows
      .insertInto('notification')
      .values({
        ...{ id: newId(), person_id: jonas, cause: `booking.made:${id}`, kind: 'booking_waiting', reason: 'staff' },
        ...{ object_type: 'booking', object_id: newId(), centre_id: centre, created_at: at, emailed_at: at },
      })
      .execute();
  }
}

describe('whoever asks without end', () => {
  test('fills the list of others, and not their mailboxes', async () => {
    await makeJonasTold(mostCausedLetters);
    await request();
    expect((await letters()).taken.map(({ to }) => to).sort()).toEqual(
      [`${ona}@example.org`, `${vaiva}@example.org`].sort(),
    );
    const told = await rowsOf(world.em())
      .selectFrom('notification')
      .select('emailed_at')
      .where('person_id', '=', jonas)
      .orderBy('id', 'desc')
      .execute();
    expect(told).toHaveLength(mostCausedLetters + 1);
    expect(told[0]?.emailed_at).toBeNull();
  });

  test('is heard while that is not too much', async () => {
    await makeJonasTold(mostCausedLetters - 1);
    await request();
    expect((await letters()).taken.map(({ to }) => to)).toContain(`${jonas}@example.org`);
  });
});

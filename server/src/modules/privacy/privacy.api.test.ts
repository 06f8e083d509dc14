import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf } from '../../../test/accounts.ts';
import { makeCoordinator, makeJoinRequest, makeMandate, makeMembership } from '../../../test/factories/belonging.ts';
import { makeBooking, makeHold, makeOffer } from '../../../test/factories/booking.ts';
import { makePost, makeReply } from '../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../test/factories/directory.ts';
import { makeEquipment } from '../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../test/factories/identity.ts';
import { makeEmailStop, makeNotification } from '../../../test/factories/notifications.ts';
import { makePicture } from '../../../test/factories/pictures.ts';
import { makeProblem } from '../../../test/factories/problems.ts';
import { signUpAndIn } from '../../../test/factories/signing-in.ts';
import { makeUndoStep } from '../../../test/factories/undo.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { newId } from '../../shared/ids/ids.ts';
import { Passkey } from '../accounts/passkeys/passkey.entity.ts';
import { namingColumns, personalTables } from './personal-data.rules.ts';

let world: World;
let accounts: Accounts;
let centreId: string;
let unit: string;
let equipment: string;
beforeAll(async () => {
  world = await embeddedWorld();
  accounts = await accountsOf(world);
  centreId = await makeCentre(world, { name: 'Rūpintojėlis' });
  const made = await makeEquipment(world, { centre: centreId });
  equipment = made.id;
  unit = made.units[0] ?? '';
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

const rows = () => rowsOf(world.em());
const all = async <Row>(statement: string) => (await sql.raw<Row>(statement).execute(rows())).rows;
const hours = (count: number) => new Date(world.now.getTime() + count * 3_600_000).toISOString();

let made = 0;
/** Somebody who did everything that leaves a trace. */
async function busyPerson() {
  made += 1;
  const name = `Gražvydas Šiaulietis ${made}`;
  const person = await signUpAndIn(accounts, { name, email: `grazvydas${made}@example.org` });
  const { personId, email, cookie } = person;
  await accounts.post('/two-factor/enable', person, person);
  await accounts.post('/request-password-reset', person);
  const passkey = { name: `${name}, telefonas`, credentialId: newId(), publicKey: 'x', counter: 0, deviceType: 'x' };
  await world.em().insert(Passkey, { id: newId(), person: personId, ...passkey, backedUp: true, createdAt: world.now });
  await makeMembership(world, { personId, centreId });
  await makeJoinRequest(world, {
    personId,
    centreId,
    message: `${name} prašo`,
    state: 'accepted',
    decidedBy: personId,
  });
  await makeMandate(world, { personId, organisationId: await makeOrganisation(world) });
  await makeCoordinator(world, { personId, cityId: await makeCity(world) });
  await makeNotification(world, { personId });
  await makeEmailStop(world, { personId });
  await makePicture(world, { subject: 'centre', id: centreId, centre: centreId, addedBy: personId });
  const day = made * 24;
  const purpose = `${name} pjauna`;
  const past = await makeBooking(world, { unit, booker: personId, from: hours(-day), until: hours(1 - day), purpose });
  const coming = await makeBooking(world, { unit, booker: personId, from: hours(day), until: hours(day + 1), purpose });
  await makeUndoStep(world, { personId, booking: past });
  await makeProblem(world, { unit, reporter: personId, equipment, steward: personId });
  await makeOffer(world, { unit, person: personId, booking: past, from: hours(day + 4), until: hours(day + 5) });
  await closeAndDecide(personId, past);
  await makeHold(world, { unit, person: personId, from: hours(day + 2), until: hours(day + 3) });
  const body = `Rašykite ${email.toUpperCase()}. ${name}`;
  const post = await makePost(world, { author: personId, title: `Ieško ${name}`, body });
  await accounts.ask(
    cookie,
    'mutation ($id: ID!) { editPost(input: { postId: $id, version: 1, body: "Kitas" }) { id } }',
    {
      id: post,
    },
  );
  const reply = await makeReply(world, { post, author: personId, body });
  await rows()
    .insertInto('idempotency_key')
    .values({
      person_id: personId,
      key: `key-${made}`,
      operation: 'x',
      fingerprint: 'x',
      result_id: post,
      created_at: world.now,
    })
    .execute();
  await sql`insert into logged_event (at, type, topics, subject, audiences, actor_id)
    values (now(), 'post.published', '{posts}', '{}', '{public}', ${personId}),
      (now(), 'person.met', ${sql.val([`person:${personId}`])}, ${JSON.stringify({ person: personId })}, ${sql.val([`person:${personId}`])}, null)`.execute(
    rows(),
  );
  await sql`insert into pgboss.job (name, data) values ('emails', ${JSON.stringify({ email: { to: email, text: name } })})`.execute(
    rows(),
  );
  return { ...person, name, past, coming, post, reply };
}

/** A time that the person closed, what they decided about a booking in it, and that it was they who did. */
async function closeAndDecide(personId: string, bookingId: string): Promise<void> {
  const [closureId, from, until] = [newId(), new Date(hours(9_000)), new Date(hours(9_001))];
  const during = { starts_at: from, ends_at: until };
  await sql`insert into closure (id, centre_id, kind, starts_at, ends_at, created_at, created_by_id)
    values (${closureId}, ${centreId}, 'closure', ${from}, ${until}, ${world.now}, ${personId})`.execute(rows());
  await rows()
    .insertInto('impact_decision')
    .values({
      ...{ id: newId(), centre_id: centreId, booking_id: bookingId, cause: 'closure', closure_id: closureId },
      ...{
        outcome: 'kept',
        reason: 'Išvyka',
        unit_id: unit,
        decided_at: world.now,
        decided_by_id: personId,
        ...during,
      },
    })
    .execute();
  await sql`insert into audit_entry (id, at, kind, centre_id, actor_id, object_type, object_id)
    values (${newId()}, ${world.now}, 'closure.made', ${centreId}, ${personId}, 'closure', ${closureId})`.execute(
    rows(),
  );
}

interface Part {
  kind: string;
  count: number;
  json: string;
}
async function download(cookie: string): Promise<Part[]> {
  const { data } = await accounts.ask<{ me: { personalData: Part[] } }>(
    cookie,
    '{ me { personalData { kind count json } } }',
  );
  return data?.me.personalData ?? [];
}
const erase = (cookie: string, input: object) =>
  accounts.ask(cookie, 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) }', { input });

describe('every table that names a person', () => {
  test('is known here: by its foreign keys and by the names of its columns', async () => {
    const found = await all<{ place: string }>(`
      select conrelid::regclass::text || '.' || attname as place
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and confrelid = 'person'::regclass
      union
      select table_name || '.' || column_name from information_schema.columns
      where table_schema = 'public' and (data_type = 'uuid' or data_type = 'text' or data_type = 'character varying')
        and column_name ~ '(person|user|author|actor|booker|owner|creator|editor|member|_by)_id$'`);
    const known = Object.entries(personalTables).flatMap(([name, table]) =>
      namingColumns(table).map((each) => `${name}.${each}`),
    );
    expect([...found.map(({ place }) => place), 'person.id'].sort()).toEqual(known.sort());
  });

  test('exists with the columns that are said to be secret', async () => {
    const columns = await all<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`,
    );
    const places = new Set(columns.map(({ place }) => place));
    const secret = Object.entries(personalTables).flatMap(([table, { secret }]) =>
      secret.map((each) => `${table}.${each}`),
    );
    expect(secret.filter((place) => !places.has(place))).toEqual([]);
  });
});

describe('a copy of one’s data', () => {
  test('has every kind, and nothing of anybody else', async () => {
    const other = await busyPerson();
    const own = await busyPerson();
    const parts = await download(own.cookie);
    expect(parts.map(({ kind }) => kind.toLowerCase())).toEqual(Object.keys(personalTables));
    expect(parts.filter(({ count }) => count === 0)).toEqual([]);
    const text = JSON.stringify(parts);
    for (const mine of [own.name, own.email, own.personId, own.past, own.coming, own.post, own.reply, 'Rūpintojėlis']) {
      expect(text).toContain(mine);
    }
    for (const theirs of [other.name, other.email, other.personId, other.past, other.post, other.reply]) {
      expect(text).not.toContain(theirs);
    }
    for (const { json, count } of parts) expect(JSON.parse(json)).toHaveLength(count);
  });

  test('tells what they did to a booking of somebody else, and nothing else of it', async () => {
    const [staff, booker] = [await signUpAndIn(accounts), await makePerson(world)];
    const [own, theirs] = [
      { from: hours(-2000), until: hours(-1999), booker: staff.personId, purpose: 'Lentynos sau' },
      { from: hours(-1998), until: hours(-1997), booker, purpose: 'Dovana žmonai', reason: 'Sugedo.' },
    ];
    await makeBooking(world, { unit, ...own });
    const id = await makeBooking(world, { unit, ...theirs, state: 'cancelled' });
    const ended = { ending_person_id: staff.personId, ending_by: 'staff' } as const;
    await rows().updateTable('booking').set(ended).where('id', '=', id).execute();
    const part = (await download(staff.cookie)).find(({ kind }) => kind === 'BOOKING');
    expect(part?.json).toContain('Lentynos sau');
    expect(part?.json).not.toContain('Dovana žmonai');
    expect(part?.json).not.toContain(booker);
    const did = (JSON.parse(part?.json ?? '[]') as { id: string }[]).find((each) => each.id === id);
    expect(Object.keys(did ?? {}).sort()).toEqual(
      ['checked_in_at', 'ending_at', 'ending_by', 'ending_reason', 'equipment_id', 'id', 'state'].sort(),
    );
  });

  test('leaves out what would open the account', async () => {
    const { cookie, personId } = await busyPerson();
    const text = JSON.stringify(await download(cookie));
    const session = await rows().selectFrom('session').select('token').where('person_id', '=', personId).execute();
    const factor = await rows().selectFrom('second_factor').selectAll().where('person_id', '=', personId).execute();
    expect(text).not.toContain('$argon2id');
    for (const { token } of session) expect(text).not.toContain(token);
    for (const { secret, backup_codes } of factor) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(backup_codes);
    }
  });
});

/** Every row of every table of ours and of the jobs, as text. */
async function everything(): Promise<string> {
  const tables = await all<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const dumps = await Promise.all(
    tables.map(({ name }) => all<{ dump: string | null }>(`select string_agg(t::text, e'\\n') as dump from ${name} t`)),
  );
  return dumps.map(([row]) => row?.dump ?? '').join('\n');
}

describe('erasing an account', () => {
  test.each(['KEEP', 'REMOVE'])('leaves no trace of the person in any table where posts are to %s', async (posts) => {
    const { cookie, password, personId, name, email } = await busyPerson();
    const before = (await everything()).toLowerCase();
    for (const trace of [personId, name.toLowerCase(), email]) expect(before).toContain(trace);
    expect((await erase(cookie, { password, posts })).data).toEqual({ eraseAccount: true });
    const after = (await everything()).toLowerCase();
    for (const trace of [personId, name.toLowerCase(), email]) expect(after).not.toContain(trace);
    expect((await accounts.ask(cookie, '{ me { email } }')).data).toEqual({ me: null });
  });

  test('keeps what happened at the centre, without the person, and frees what is to come', async () => {
    const { cookie, password, past, coming } = await busyPerson();
    await erase(cookie, { password, posts: 'KEEP' });
    const bookings = await rows().selectFrom('booking').selectAll().where('id', 'in', [past, coming]).execute();
    expect(bookings.find(({ id }) => id === past)).toMatchObject({ state: 'confirmed', booker_id: null, purpose: '' });
    expect(bookings.find(({ id }) => id === coming)).toMatchObject({ state: 'cancelled', booker_id: null });
    const taken = await rows()
      .selectFrom('occupancy')
      .select(['booking_id', 'blocking'])
      .where('booking_id', 'in', [past, coming])
      .execute();
    expect(taken.find((each) => each.booking_id === past)?.blocking).toBe(true);
    expect(taken.find((each) => each.booking_id === coming)?.blocking).toBe(false);
  });

  const Read = `query ($id: ID!) { post(id: $id) { title bodyHtml author { person { name } } } }`;
  test('leaves posts as those of a former member, where the person wants that', async () => {
    const { cookie, password, post, reply } = await busyPerson();
    await erase(cookie, { password, posts: 'KEEP' });
    const { data } = await world.ask(null, Read, { id: post });
    expect(data).toMatchObject({ post: { title: 'Ieško …', author: { person: null } } });
    const kept = await rows().selectFrom('reply').select('body').where('id', '=', reply).execute();
    expect(kept).toEqual([{ body: 'Rašykite …. …' }]);
  });

  test('removes them, where the person wants that, and not the answers of others', async () => {
    const { cookie, password, post, reply } = await busyPerson();
    const answer = await makeReply(world, { post, author: await makePerson(world), body: 'Aš turiu.' });
    await erase(cookie, { password, posts: 'REMOVE' });
    expect((await world.ask(null, Read, { id: post })).code).toBe('NOT_FOUND');
    const left = await rows().selectFrom('reply').select('id').where('id', 'in', [reply, answer]).execute();
    expect(left).toEqual([{ id: answer }]);
  });

  test('takes the password', async () => {
    const { cookie } = await signUpAndIn(accounts);
    for (const password of [null, '', 'ne tas slaptažodis']) {
      const refused = await erase(cookie, { password, posts: 'KEEP' });
      expect([refused.code, refused.errors?.[0]?.extensions?.problems]).toMatchObject([
        'BAD_INPUT',
        [{ field: 'password' }],
      ]);
    }
    expect((await accounts.ask(cookie, '{ me { email } }')).data?.me).not.toBeNull();
  });

  test('takes a fresh sign-in where there is no password', async () => {
    const { cookie, personId } = await signUpAndIn(accounts);
    await rows().deleteFrom('account').where('person_id', '=', personId).execute();
    const signedIn = (minutesAgo: number) =>
      rows()
        .updateTable('session')
        .set({ created_at: new Date(world.now.getTime() - minutesAgo * 60_000) })
        .where('person_id', '=', personId)
        .execute();
    await signedIn(61);
    expect((await erase(cookie, { posts: 'KEEP' })).code).toBe('FORBIDDEN');
    await signedIn(59);
    expect((await erase(cookie, { posts: 'KEEP' })).data).toEqual({ eraseAccount: true });
  });

  test('is refused to people of the demonstration, whom others still want to try', async () => {
    const personId = await makePerson(world, { demonstration: true });
    const { code } = await world.ask(personId, 'mutation { eraseAccount(input: { posts: KEEP }) }');
    expect(code).toBe('FORBIDDEN');
  });
});

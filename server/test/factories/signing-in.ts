import { Passkey } from '../../src/modules/accounts/passkeys/passkey.entity.ts';
import { Account, Session } from '../../src/modules/accounts/sessions/session.entity.ts';
import { hashPassword } from '../../src/modules/accounts/sign-in/password.ts';
import { rowsOf } from '../../src/platform/database/database.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import { type Accounts, cookieOf } from '../accounts.ts';
import type { World } from '../world.ts';
import { makePerson } from './identity.ts';

/** Signs up through the account endpoints with the code from the e-mail; returns the cookie to send. */
export async function signUpAndIn(
  accounts: Accounts,
  given: { name?: string; email?: string; password?: string } = {},
): Promise<{ email: string; password: string; cookie: string; personId: string }> {
  const { name = 'Austėja Žukaitė', email = `${newId()}@example.org`, password = 'medis kūnas upė' } = given;
  const ticket = cookieOf(await accounts.post('/email-code/sign-up', { name, email, password }));
  const { code } = (await accounts.emailsTo(email)).at(-1) ?? {};
  const cookie = cookieOf(await accounts.post('/email-code/enter', { code }, { cookie: ticket }));
  return { email, password, cookie, personId: await personOf(accounts, email) };
}

/** A person who signs in with a password; returns the id. */
export async function makePersonWithPassword(
  world: World,
  { password, ...given }: NonNullable<Parameters<typeof makePerson>[1]> & { readonly password: string },
): Promise<string> {
  const personId = await makePerson(world, given);
  await world.em().insert(Account, {
    id: newId(),
    person: personId,
    accountId: personId,
    providerId: 'credential',
    password: await hashPassword(password),
    createdAt: world.now,
    updatedAt: world.now,
  });
  return personId;
}

/** Somebody with a password who has not confirmed the address yet, signed in, with the e-mail that asks for it. */
export async function signInUnconfirmed(
  accounts: Accounts,
  given: { name?: string; email?: string; password?: string } = {},
): Promise<{ email: string; password: string; cookie: string; personId: string }> {
  const { email = `${newId()}@example.org`, password = 'medis kūnas upė' } = given;
  const personId = await makePersonWithPassword(accounts.world, { ...given, email, password, verified: false });
  const cookie = cookieOf(await accounts.post('/sign-in/email', { email, password }));
  await accounts.post('/send-verification-email', { email });
  return { email, password, cookie, personId };
}

async function personOf(accounts: Accounts, email: string): Promise<string> {
  const people = rowsOf(accounts.world.em()).selectFrom('person').select('id').where('email', '=', email);
  return (await people.executeTakeFirstOrThrow()).id;
}

/** A session of a person; returns its id. */
export async function makeSession(world: World, person: string): Promise<string> {
  const id = newId();
  const { now } = world;
  const times = {
    expiresAt: new Date(now.getTime() + 86_400_000).toISOString(),
    createdAt: now,
    updatedAt: now,
    lastUsedAt: now,
  };
  await world.em().insert(Session, { id, person, token: id, ...times });
  return id;
}

/** A passkey of a person; returns its id. */
export async function makePasskey(world: World, person: string): Promise<string> {
  const id = newId();
  const key = { credentialId: id, publicKey: '', counter: 0, deviceType: 'singleDevice', backedUp: false };
  const facts = { name: 'Raktas', transports: null, aaguid: null, createdAt: world.now };
  await world.em().insert(Passkey, { id, person, ...key, ...facts });
  return id;
}

import type { CentreRole } from '../../src/access/roles.enums.ts';
import { Account } from '../../src/modules/accounts/sessions/session.entity.ts';
import { hashPassword } from '../../src/modules/accounts/sign-in/password.ts';
import { Organisation } from '../../src/modules/organisations/profile/organisation.entity.ts';
import type { SizeClass } from '../../src/modules/organisations/profile/organisation.enums.ts';
import { JoinRequest } from '../../src/modules/people/join-requests/join-request.entity.ts';
import type { JoinRequestState } from '../../src/modules/people/join-requests/join-request.enums.ts';
import { CityCoordinator, Mandate, Membership } from '../../src/modules/people/memberships/membership.entity.ts';
import { Person } from '../../src/modules/people/persons/person.entity.ts';
import { rowsOf } from '../../src/platform/database/database.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import { slugOf } from '../../src/shared/text/slug.rules.ts';
import { type Accounts, cookieOf } from '../accounts.ts';
import type { World } from '../world.ts';
import { makeCity } from './directory.ts';

/** When something holds; by default since a year ago, without an end. */
interface Validity {
  validFrom?: Date;
  validUntil?: Date | null;
}

const holding = (world: World, { validFrom, validUntil = null }: Validity) => ({
  validFrom: validFrom ?? new Date(world.now.getTime() - 365 * 86_400_000),
  validUntil,
});

/** A person with a confirmed e-mail address (unless told otherwise); returns the id. */
export async function makePerson(
  world: World,
  given: {
    name?: string;
    email?: string;
    verified?: boolean;
    locale?: string;
    operator?: boolean;
    demonstration?: boolean;
  } = {},
): Promise<string> {
  const id = newId();
  await world.em().insert(Person, {
    id,
    name: given.name ?? 'Rūta Kazlauskaitė',
    email: given.email ?? `${id}@example.org`,
    emailVerified: given.verified ?? true,
    locale: given.locale ?? 'lt',
    operator: given.operator ?? false,
    demonstration: given.demonstration ?? false,
    createdAt: world.now,
    updatedAt: world.now,
  });
  return id;
}

/** Makes a person belong to a centre; returns the id. */
export async function makeMembership(
  world: World,
  given: Validity & { personId: string; centreId: string; role?: CentreRole },
): Promise<string> {
  const id = newId();
  await world.em().insert(Membership, {
    id,
    person: given.personId,
    centre: given.centreId,
    role: given.role ?? 'member',
    ...holding(world, given),
  });
  return id;
}

/** A request for membership, of now and waiting unless told otherwise; returns the id. */
export async function makeJoinRequest(
  world: World,
  given: {
    personId: string;
    centreId: string;
    state?: JoinRequestState;
    message?: string;
    wish?: { equipmentId: string; startsAt: Date; endsAt: Date };
    createdAt?: Date;
    decidedAt?: Date;
    decidedBy?: string;
  },
): Promise<string> {
  const id = newId();
  const { state = 'sent', wish, createdAt = world.now } = given;
  await world.em().insert(JoinRequest, {
    id,
    person: given.personId,
    centre: given.centreId,
    message: given.message ?? 'Norėčiau pjauti lazeriu.',
    state,
    reason: state === 'declined' ? 'Kol kas vietų nėra.' : null,
    wishEquipment: wish?.equipmentId ?? null,
    wishStartsAt: wish?.startsAt ?? null,
    wishEndsAt: wish?.endsAt ?? null,
    createdAt,
    decidedAt: state === 'sent' ? null : (given.decidedAt ?? createdAt),
    decidedBy: given.decidedBy ?? null,
    version: 1,
  });
  return id;
}

/** A small firm in a city; returns the id. */
export async function makeOrganisation(
  world: World,
  given: {
    /** Vilnius where left out. */
    cityId?: string;
    name?: string;
    slug?: string;
    sizeClass?: SizeClass;
    summary?: string;
    website?: string | null;
    demonstration?: boolean;
  } = {},
): Promise<string> {
  const id = newId();
  const name = given.name ?? 'Drožlė';
  await world.em().insert(Organisation, {
    id,
    slug: given.slug ?? `${slugOf(name)}-${id.slice(-12)}`,
    name,
    city: given.cityId ?? (await makeCity(world)),
    sizeClass: given.sizeClass ?? 'micro',
    summary: given.summary ?? '',
    website: given.website ?? null,
    demonstration: given.demonstration ?? false,
    createdAt: world.now,
    version: 1,
  });
  return id;
}

/** Lets a person act for an organisation; returns the id. */
export async function makeMandate(
  world: World,
  given: Validity & { personId: string; organisationId: string },
): Promise<string> {
  const id = newId();
  await world.em().insert(Mandate, {
    id,
    person: given.personId,
    organisation: given.organisationId,
    ...holding(world, given),
  });
  return id;
}

/** Makes a person coordinate a city; returns the id. */
export async function makeCoordinator(
  world: World,
  given: Validity & { personId: string; cityId: string },
): Promise<string> {
  const id = newId();
  await world.em().insert(CityCoordinator, {
    id,
    person: given.personId,
    city: given.cityId,
    ...holding(world, given),
  });
  return id;
}

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

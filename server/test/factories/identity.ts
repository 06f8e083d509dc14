import type { CentreRole } from '../../src/access/roles.enums.ts';
import { Organisation } from '../../src/modules/organisations/profile/organisation.entity.ts';
import type { SizeClass } from '../../src/modules/organisations/profile/organisation.enums.ts';
import { JoinRequest } from '../../src/modules/people/join-requests/join-request.entity.ts';
import type { JoinRequestState } from '../../src/modules/people/join-requests/join-request.enums.ts';
import { CityCoordinator, Mandate, Membership } from '../../src/modules/people/memberships/membership.entity.ts';
import { Person } from '../../src/modules/people/persons/person.entity.ts';
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

/** Signs up and in through the account endpoints, confirming the address on the way; returns the cookie to send. */
export async function signUpAndIn(
  accounts: Accounts,
  given: { name?: string; email?: string; password?: string; verified?: boolean } = {},
): Promise<{ email: string; password: string; cookie: string; personId: string }> {
  const { name = 'Austėja Žukaitė', email = `${newId()}@example.org`, password = 'medis kūnas upė' } = given;
  await accounts.post('/sign-up/email', { name, email, password });
  const answer = await accounts.post('/sign-in/email', { email, password });
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = cookieOf(answer);
  if (given.verified ?? true) {
    const [mail] = await accounts.emailsTo(email);
    await accounts.confirm(mail, { cookie });
  }
  return { email, password, cookie, personId: user.id };
}

import { Organisation } from '../../src/modules/organisations/profile/organisation.entity.ts';
import type { SizeClass } from '../../src/modules/organisations/profile/organisation.enums.ts';
import { Person } from '../../src/modules/people/persons/person.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import { slugOf } from '../../src/shared/text/slug.rules.ts';
import type { World } from '../world.ts';
import { makeCity } from './directory.ts';

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

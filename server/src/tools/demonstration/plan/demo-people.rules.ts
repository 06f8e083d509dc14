import type { CentreRole } from '../../../access/roles.enums.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import { demonstrationAccounts } from '../demonstration-accounts.rules.ts';
import type { DemoCentre, DemoCity, DemoData } from '../demonstration-data.rules.ts';
import type { Random } from './random.rules.ts';

const dayLength = 86_400_000;

export const personId = (key: string): string => stableId('demonstration-person', key);
export const organisationId = (slug: string): string => stableId('demonstration-organisation', slug);

/** Invented people, marked as such, with addresses that no mail can reach. */
export function planPeople(data: DemoData, now: Date, random: Random) {
  return data.people.map(({ key, name, country }) => {
    const createdAt = new Date(now.getTime() - random.between(90, 500) * dayLength);
    return {
      id: personId(key),
      name,
      email: `${key}@example.org`,
      emailVerified: true,
      image: null,
      locale: country === 'LT' ? 'lt' : 'en',
      operator: key === data.roles.operator,
      demonstration: true,
      createdAt,
      updatedAt: createdAt,
    };
  });
}

/** Invented organisations and the mandates of the people who act for them. */
export function planOrganisations(data: DemoData, cities: ReadonlyMap<string, DemoCity>, now: Date) {
  const createdAt = new Date(now.getTime() - 80 * dayLength);
  const organisations = data.organisations.map(({ slug, name, city, sizeClass, summary }) => ({
    id: organisationId(slug),
    slug,
    name,
    city: cityId(cities, city),
    sizeClass,
    summary,
    website: null,
    demonstration: true,
    createdAt,
    version: 1,
  }));
  const mandates = data.organisations.flatMap(({ slug, people }) =>
    people.map((person) => ({
      id: stableId('demonstration-mandate', `${slug}/${person}`),
      person: personId(person),
      organisation: organisationId(slug),
      validFrom: createdAt,
      validUntil: null,
    })),
  );
  return { organisations, mandates };
}

export function planCoordinators(data: DemoData, cities: ReadonlyMap<string, DemoCity>, now: Date) {
  return data.roles.coordinators.map(({ city, person }) => ({
    id: stableId('demonstration-coordinator', `${city}/${person}`),
    person: personId(person),
    city: cityId(cities, city),
    validFrom: new Date(now.getTime() - 80 * dayLength),
    validUntil: null,
  }));
}

/** Who belongs to which centre, by keys. */
export interface DemoMembership {
  readonly person: string;
  readonly centre: string;
  readonly role: CentreRole;
}

/**
 * Every centre gets a manager and a member of staff from its country, everyone else becomes a member of two
 * to four centres nearby and now and then of one abroad; never of one that they only asked to join.
 */
export function planMemberships(data: DemoData, centres: readonly DemoCentre[], random: Random): DemoMembership[] {
  const roles = new Map(data.roles.memberships.map((row) => [`${row.centre} ${row.person}`, row]));
  const asked = new Set(data.joinRequests.map(({ centre, person }) => `${centre} ${person}`));
  const add = (centre: string, person: string, role: CentreRole) => {
    const key = `${centre} ${person}`;
    if (!roles.has(key) && !asked.has(key)) roles.set(key, { centre, person, role });
  };
  const reserved = new Set<string>(demonstrationAccounts.map(({ key }) => key));
  const turns = new Map<string, number>();
  for (const centre of centres) {
    const settled = [...roles.values()].filter((row) => row.centre === centre.key);
    const locals = data.people.filter(({ country, key }) => country === centre.country && !reserved.has(key));
    for (const role of ['manager', 'staff'] as const) {
      if (settled.some((row) => row.role === role)) continue;
      const turn = turns.get(centre.country) ?? 0;
      turns.set(centre.country, turn + 1);
      const person = locals[turn % locals.length];
      if (person) add(centre.key, person.key, role);
    }
  }
  for (const { key, country, city } of data.people) {
    if (reserved.has(key)) continue;
    const sameCity = centres.filter((centre) => centre.city === city);
    const sameCountry = centres.filter((centre) => centre.country === country);
    const count = random.between(2, 4);
    for (let index = 0; index < count; index += 1) {
      add(random.pick(random.chance(0.75) && sameCity.length > 0 ? sameCity : sameCountry).key, key, 'member');
    }
    if (random.chance(0.15)) add(random.pick(centres).key, key, 'member');
  }
  return [...roles.values()];
}

/** Memberships as rows. */
export function membershipRows(list: readonly DemoMembership[], centres: ReadonlyMap<string, DemoCentre>, now: Date) {
  return list.map(({ person, centre, role }) => {
    const home = centres.get(centre);
    if (!home) throw new Error(`The centre ${centre} of the demonstration was not imported.`);
    return {
      id: stableId('demonstration-membership', `${centre}/${person}`),
      person: personId(person),
      centre: home.id,
      role,
      validFrom: new Date(now.getTime() - 80 * dayLength),
      validUntil: null,
    };
  });
}

function cityId(cities: ReadonlyMap<string, DemoCity>, slug: string): string {
  const city = cities.get(slug);
  if (!city) throw new Error(`The city ${slug} of the demonstration was not imported.`);
  return city.id;
}

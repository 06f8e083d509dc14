import { slugOf } from '../../../shared/text/slug.rules.ts';
import type { CentreFacts } from './centre-import.rules.ts';
import type { KnownCity, KnownCountry } from './places/gazetteer.rules.ts';

/** The facts of a new centre: what its row leaves open comes from its city and country. */
export function completeFacts(facts: CentreFacts, city: KnownCity, country: KnownCountry) {
  return {
    ...facts,
    zone: facts.zone ?? city.zone,
    currency: facts.currency ?? country.currency,
    languages: facts.languages ?? [country.language],
    pointPrecision: facts.pointPrecision ?? ('approximate' as const),
    membershipAccess: facts.membershipAccess ?? ('elsewhere' as const),
    membershipBenefits: facts.membershipBenefits ?? '',
    houseRules: facts.houseRules ?? '',
    membershipLanguage: facts.membershipLanguage ?? 'en',
    summary: facts.summary ?? '',
    summaryLanguage: facts.summaryLanguage ?? 'en',
  };
}

/** The facts that a row of a list sets for a centre already known: those of its file's columns. */
export function givenFacts(facts: CentreFacts, city: KnownCity, country: KnownCountry) {
  const given = Object.entries(completeFacts(facts, city, country)).filter(
    ([name]) => facts[name as keyof CentreFacts] !== undefined,
  );
  return Object.fromEntries(given) as Partial<ReturnType<typeof completeFacts>>;
}

/** Whether any of the values differs from what is stored; dates and lists count by what they say. */
export function differs(stored: object, values: object): boolean {
  const known = stored as Record<string, unknown>;
  return Object.entries(values).some(
    ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(known[name] ?? null),
  );
}

/** A slug that no other centre has: of the name, then with the city, then with a number. */
export function freeSlug(name: string, city: string, taken: ReadonlySet<string>): string {
  const own = slugOf(name.replace(/\s*\([^)]*\)/g, '')) || slugOf(name) || 'centre';
  if (!taken.has(own)) return own;
  const local = own.endsWith(city) ? own : slugOf(`${own} ${city}`, 74);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? local : `${local}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

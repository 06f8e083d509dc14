import { sql } from 'kysely';
import { type EntityManager, rowsOf } from '../../../platform/database/database.ts';
import { withoutStatementLimit } from '../../../platform/database/statement-limit.ts';
import { readTable, TableError } from '../../../platform/files/csv-table.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import { slugOf } from '../../../shared/text/slug.rules.ts';
import { Centre } from '../centres/centre.entity.ts';
import { City, Country } from '../cities/city.entity.ts';
import { type ImportedCentre, readCentres } from './centre-import.rules.ts';
import { completeFacts, differs, freeSlug, givenFacts } from './centre-values.rules.ts';
import type { ImportProblem } from './import-problem.rules.ts';
import type { ImportReport } from './import-report.rules.ts';
import { gazetteerOf, type KnownCity, type KnownCountry } from './places/gazetteer.rules.ts';
import { readCities, readCountries } from './reference-data.service.ts';

const undone = Symbol('dry run');

/** Reads a file of centres against the cities and countries that are known; writes nothing. */
export async function readCentreFile(
  em: EntityManager,
  bytes: Uint8Array,
  now: Date,
): Promise<{ centres: ImportedCentre[]; problems: ImportProblem[] }> {
  const gazetteer = gazetteerOf(await readCountries(em), await readCities(em));
  try {
    return readCentres(readTable(bytes), gazetteer, now.toISOString().slice(0, 10));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { centres: [], problems: [{ line: error.line, column: null, problem: error.message, value: null }] };
  }
}

/**
 * Enters centres or brings them up to date by their key: all of them or, after an error, none. A repetition
 * changes nothing. With `dryRun` the database is asked, but nothing stays.
 */
export async function importCentres(
  em: EntityManager,
  centres: readonly ImportedCentre[],
  options: { readonly now: Date; readonly dryRun?: boolean },
): Promise<ImportReport> {
  let report: ImportReport = { created: 0, changed: 0, same: 0, newCities: [] };
  try {
    await em.transactional(async (work) => {
      await withoutStatementLimit(rowsOf(work as EntityManager));
      report = await writeCentres(work, centres, options.now);
      if (options.dryRun) throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  return report;
}

async function writeCentres(em: EntityManager, centres: readonly ImportedCentre[], now: Date): Promise<ImportReport> {
  // Two imports at once would both find a new centre missing.
  await sql`select pg_advisory_xact_lock(hashtext('talka.import'))`.execute(rowsOf(em));
  const countries = new Map((await readCountries(em)).map((country) => [country.code, country]));
  const { cities, brought } = await enterCities(em, centres, countries);
  const stored = await em.find(Centre, { sourceKey: { $in: centres.map(({ sourceKey }) => sourceKey) } });
  const byKey = new Map(stored.map((centre) => [centre.sourceKey, centre]));
  const slugs = new Set((await rowsOf(em).selectFrom('centre').select('slug').execute()).map(({ slug }) => slug));
  const count = { created: 0, changed: 0, same: 0 };
  for (const { sourceKey, city, facts } of centres) {
    const home = cities.get(placeKey(city));
    const country = countries.get(city.country);
    if (!home || !country) throw new Error(`The city of ${sourceKey} was not entered.`);
    const before = byKey.get(sourceKey);
    if (!before) {
      const slug = freeSlug(facts.name, home.slug, slugs);
      slugs.add(slug);
      const values = { ...completeFacts(facts, city, country), city: home };
      em.create(Centre, { ...values, id: stableId('centre', sourceKey), slug, sourceKey, createdAt: now });
      count.created += 1;
    } else if (before.city !== home || differs(before, givenFacts(facts, city, country))) {
      em.assign(before, { ...givenFacts(facts, city, country), city: home });
      count.changed += 1;
    } else {
      count.same += 1;
    }
  }
  await em.flush();
  return { ...count, newCities: brought };
}

async function enterCities(
  em: EntityManager,
  centres: readonly ImportedCentre[],
  countries: ReadonlyMap<string, KnownCountry>,
): Promise<{ cities: Map<string, City>; brought: string[] }> {
  const entered = new Set((await em.find(Country, {})).map(({ code }) => code));
  const all = await em.find(City, {}, { populate: ['country'] });
  const cities = new Map(all.map((city) => [placeKey({ name: city.name, country: city.country.code }), city]));
  const slugs = new Set(all.map(({ slug }) => slug));
  const brought: string[] = [];
  for (const { city } of centres) {
    if (cities.has(placeKey(city))) continue;
    const country = countries.get(city.country);
    if (country && !entered.has(country.code)) {
      em.create(Country, country);
      entered.add(country.code);
    }
    const slug = slugs.has(city.slug) ? `${city.slug}-${city.country.toLowerCase()}` : city.slug;
    slugs.add(slug);
    const row = { ...city, slug, names: { ...city.names }, country: em.getReference(Country, city.country) };
    cities.set(placeKey(city), em.create(City, { ...row, id: stableId('city', `${city.country}/${slug}`) }));
    brought.push(city.name);
  }
  return { cities, brought };
}

function placeKey({ name, country }: Pick<KnownCity, 'name' | 'country'>): string {
  return `${country} ${slugOf(name)}`;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from '../../../platform/database/database.ts';
import { readTable, recordsOf } from '../../../platform/files/csv-table.ts';
import { dataDirectory } from '../../../platform/files/data-directory.ts';
import { fold } from '../../../shared/text/slug.rules.ts';
import { attributeKinds } from '../../vocabulary/attributes/attribute.enums.ts';
import type { Attribute } from '../../vocabulary/attributes/attribute.rules.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';
import { equipmentGroups, inductionHabits } from '../../vocabulary/equipment-types/equipment-type.enums.ts';
import { City, Country } from '../cities/city.entity.ts';
import type { KnownCity, KnownCountry } from './places/gazetteer.rules.ts';

/** Rows of one of the CSV files that come with the server, as objects by column name. */
export async function readDataTable(name: string): Promise<Record<string, string>[]> {
  return recordsOf(readTable(await readFile(join(dataDirectory(), name))));
}

/** The countries that come with the server and those of the database, which win. */
export async function readCountries(em: EntityManager): Promise<KnownCountry[]> {
  const shipped = await readDataTable('countries.csv');
  const stored = await em.find(Country, {});
  const known = new Map<string, KnownCountry>();
  for (const { code = '', digital_consent_age, currency = '', language = '' } of shipped) {
    known.set(code, { code, digitalConsentAge: Number(digital_consent_age), currency, language });
  }
  for (const { code, digitalConsentAge, currency, language } of stored) {
    known.set(code, { code, digitalConsentAge, currency, language });
  }
  return [...known.values()];
}

/** The cities of the database, then those that come with the server. */
export async function readCities(em: EntityManager): Promise<KnownCity[]> {
  const stored = await em.find(City, {});
  const shipped = await readDataTable('cities.csv');
  return [
    ...stored.map((city) => ({ ...citySchemaFields(city), country: city.country.code })),
    ...shipped.map(({ slug = '', name = '', country = '', zone = '', latitude, longitude, partner, ...names }) => ({
      slug,
      name,
      names: Object.fromEntries(Object.entries(names).filter(([, other]) => other !== '')),
      country,
      zone,
      latitude: Number(latitude),
      longitude: Number(longitude),
      partner: partner === 'yes',
    })),
  ];
}

function citySchemaFields({ slug, name, names, zone, latitude, longitude, partner }: City) {
  return { slug, name, names, zone, latitude, longitude, partner };
}

/** Enters the equipment types that come with the server, or brings them up to date. */
export async function loadEquipmentTypes(em: EntityManager): Promise<void> {
  const rows = await readDataTable('equipment_types.csv');
  const words = new Map((await readDataTable('equipment_words.csv')).map(({ key, ...said }) => [key, said]));
  const attributes = await readAttributeSchemas();
  await em.upsertMany(
    EquipmentType,
    rows.map(({ key = '', group, induction, capability, reference, ...names }) => ({
      key,
      names,
      words: Object.fromEntries(
        Object.entries(words.get(key) ?? {}).map(([tag, said]) => [tag, said.split('|').map(fold)]),
      ),
      attributes: attributes.get(key) ?? [],
      group: oneOf(equipmentGroups, group),
      induction: oneOf(inductionHabits, induction),
      capability: capability || null,
      reference: reference || null,
    })),
  );
}

/** What is said of machines, by the key of their type. */
async function readAttributeSchemas(): Promise<ReadonlyMap<string, Attribute[]>> {
  const known = new Map((await readDataTable('attributes.csv')).map((row) => [row.key ?? '', attributeOf(row)]));
  const rows = await readDataTable('equipment_attributes.csv');
  return new Map(
    rows.map(({ type = '', attributes = '' }) => [type, attributes.split('|').flatMap((key) => known.get(key) ?? [])]),
  );
}

const attributeOf = ({ key = '', kind, unit = '', minimum, maximum, options, ...names }: Record<string, string>) => ({
  ...{ key, kind: oneOf(attributeKinds, kind), names, unit },
  minimum: minimum ? Number(minimum) : null,
  maximum: maximum ? Number(maximum) : null,
  options: (options ? options.split('|') : []).map((option) => {
    const [name = '', en = '', lt = ''] = option.split('=');
    return { key: name, names: { en, lt } };
  }),
});

function oneOf<T extends string>(choices: readonly T[], word: string | undefined): T {
  const found = choices.find((choice) => choice === word);
  if (found === undefined)
    throw new Error(`A data file of the server says "${word}" instead of ${choices.join(', ')}.`);
  return found;
}

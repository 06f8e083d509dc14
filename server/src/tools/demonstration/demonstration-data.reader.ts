import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Centre } from '../../modules/directory/centres/centre.entity.ts';
import { City } from '../../modules/directory/cities/city.entity.ts';
import { readDataTable } from '../../modules/directory/import/reference-data.service.ts';
import type { EntityManager } from '../../platform/database/database.ts';
import { dataDirectory } from '../../platform/files/data-directory.ts';
import type { DemoData, DemoPlaces } from './demonstration-data.rules.ts';

/** Reads everything of the demonstration that lies in `server/data`. */
export async function readDemoData(): Promise<DemoData> {
  const folder = join(dataDirectory(), 'demo');
  const json = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
  const table = <T>(name: string) => readDataTable(name) as Promise<T[]>;
  const postFiles = (await readdir(join(folder, 'posts'))).filter((name) => name.endsWith('.json')).sort();
  const posts = await Promise.all(
    postFiles.map(async (name) => {
      const list = await json<Omit<DemoData['posts'][number], 'language'>[]>(`posts/${name}`);
      return list.map((post) => ({ ...post, language: name.replace('.json', '') }));
    }),
  );
  return {
    types: await table('equipment_types.csv'),
    equipment: await table('centre_equipment.csv'),
    rules: await table('demo/booking_rules.csv'),
    audiences: await table('demo/audiences.csv'),
    hours: await table('demo/opening_hours.csv'),
    holidays: await table('demo/holidays.csv'),
    membership: await json('membership.json'),
    exceptions: await json('exceptions.json'),
    people: await json('people.json'),
    organisations: await json('organisations.json'),
    roles: await json('roles.json'),
    fixed: await json('bookings.json'),
    joinRequests: await json('join_requests.json'),
    purposes: await json('purposes.json'),
    maintenance: await json('maintenance.json'),
    posts: posts.flat(),
  };
}

/** The imported centres and their cities, by their keys. */
export async function readDemoPlaces(em: EntityManager): Promise<DemoPlaces> {
  const centres = await em.find(Centre, { sourceKey: { $ne: null } }, { populate: ['city'] });
  const cities = await em.find(City, {});
  return {
    centres: new Map(
      centres
        .map(({ id, sourceKey, model, zone, city }) => ({
          id,
          key: sourceKey ?? '',
          model,
          zone,
          country: city.country.code,
          city: city.slug,
          partnerCity: city.partner,
        }))
        // Databases sort by their own rules; the network must be the same on all.
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map((centre) => [centre.key, centre]),
    ),
    cities: new Map(cities.map(({ id, slug, zone }) => [slug, { id, slug, zone }])),
  };
}

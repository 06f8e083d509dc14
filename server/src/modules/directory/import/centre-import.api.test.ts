import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { dataDirectory } from '../../../platform/files/data-directory.ts';
import { Centre } from '../centres/centre.entity.ts';
import { City } from '../cities/city.entity.ts';
import { importCentres, readCentreFile } from './centre-import.service.ts';
import { loadEquipmentTypes } from './reference-data.service.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

async function importText(text: string, options: { dryRun?: boolean } = {}) {
  const em = world.em();
  const { centres, problems } = await readCentreFile(em, new TextEncoder().encode(text), world.now);
  expect(problems).toEqual([]);
  return importCentres(em, centres, { now: world.now, ...options });
}

describe('importing centres', () => {
  it('a dry run tells what would happen and leaves nothing', async () => {
    const text = await readFile(join(dataDirectory(), 'centres.csv'), 'utf8');
    expect(await importText(text, { dryRun: true })).toMatchObject({ created: 73, changed: 0, same: 0 });
    expect(await world.em().count(Centre)).toBe(0);
    expect(await world.em().count(City)).toBe(0);
  });

  it('enters every centre of the list that comes with the server, once', async () => {
    const text = await readFile(join(dataDirectory(), 'centres.csv'), 'utf8');
    expect(await importText(text)).toMatchObject({ created: 73, changed: 0, same: 0 });
    expect(await importText(text)).toEqual({ created: 0, changed: 0, same: 73, newCities: [] });
    expect(await world.em().count(City, { partner: true })).toBe(8);
    const centre = await world
      .em()
      .findOneOrFail(Centre, { sourceKey: 'pt-fablab-lisboa' }, { populate: ['city.country'] });
    expect(centre).toMatchObject({
      slug: 'fablab-lisboa',
      model: 'fab_lab',
      zone: 'Europe/Lisbon',
      currency: 'EUR',
      languages: ['pt'],
      verifiedOn: null,
      city: { slug: 'lisboa', names: { en: 'Lisbon', lt: 'Lisabona' }, country: { digitalConsentAge: 13 } },
    });
  });

  it('a later list changes what its columns say, erases empty cells and leaves the rest', async () => {
    const head = 'key,name,kind,city,country';
    const row = 'new-1,Dirbtuvės,makerspace,Vilnius,LT';
    await importText(`${head},address,owner\n${row},Gatvė 1,Miestas`);
    const report = await importText(`${head},address\n${row.replace('Dirbtuvės', 'Atviros dirbtuvės')},`);
    expect(report).toMatchObject({ created: 0, changed: 1, same: 0 });
    expect(await world.em().findOneOrFail(Centre, { sourceKey: 'new-1' })).toMatchObject({
      name: 'Atviros dirbtuvės',
      slug: 'dirbtuves',
      address: null,
      owner: 'Miestas',
      version: 2,
    });
  });

  it('centres of one name get addresses of their own', async () => {
    const head = 'key,name,kind,city,country\n';
    await importText(
      `${head}s1,Studija,makerspace,Vilnius,LT\ns2,Studija,makerspace,Kaunas,LT\ns3,Studija,makerspace,Kaunas,LT`,
    );
    const slugs = (await world.em().find(Centre, { name: 'Studija' }, { orderBy: { sourceKey: 1 } })).map(
      ({ slug }) => slug,
    );
    expect(slugs).toEqual(['studija', 'studija-kaunas', 'studija-kaunas-2']);
  });

  it('a new city comes with its centre and is known afterwards', async () => {
    const head = 'key,name,kind,city,country,zone,latitude,longitude\n';
    const report = await importText(`${head}p1,A,fab_lab,Pabradė,LT,Europe/Vilnius,54.98,25.76`);
    expect(report.newCities).toEqual(['Pabradė']);
    const later = await importText('key,name,kind,city,country\np2,B,fab_lab,pabrade,LT');
    expect(later).toMatchObject({ created: 1, newCities: [] });
    expect(await world.em().findOneOrFail(Centre, { sourceKey: 'p2' })).toMatchObject({ zone: 'Europe/Vilnius' });
  });

  it('an error in the middle leaves nothing of the whole list', async () => {
    const em = world.em();
    const text = 'key,name,kind,city,country\nh1,A,fab_lab,Vilnius,LT\nh2,B,fab_lab,Vilnius,LT';
    const { centres } = await readCentreFile(em, new TextEncoder().encode(text), world.now);
    const [first, second] = centres;
    if (!first || !second) throw new Error('two rows were written');
    const tooLong = { ...second, facts: { ...second.facts, owner: 'x'.repeat(161) } };
    await expect(importCentres(em, [first, tooLong], { now: world.now })).rejects.toThrow();
    expect(await world.em().count(Centre, { sourceKey: { $in: ['h1', 'h2'] } })).toBe(0);
  });
});

it('equipment types are entered once and named in both languages', async () => {
  await loadEquipmentTypes(world.em());
  await loadEquipmentTypes(world.em());
  const rows = await world
    .em()
    .getConnection()
    .execute<{ names: Record<string, string> }[]>('select names from equipment_type');
  expect(rows).toHaveLength(57);
  expect(rows.filter(({ names }) => !names.en || !names.lt)).toEqual([]);
});

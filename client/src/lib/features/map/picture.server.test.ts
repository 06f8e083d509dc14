import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLog } from '@talka/server/platform/log/log.ts';
import { type CityMaps, openCityMaps } from '@talka/server/platform/maps/city-maps.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallCity } from '#lib/testing/small-city.ts';
import { pictureOf } from './picture.server.ts';

const rupert = { latitude: 54.6892, longitude: 25.2798 };
const linkmenu = { latitude: 54.7091, longitude: 25.2793 };
const kaunas = { latitude: 54.8985, longitude: 23.9036 };

let folder: string;
let maps: CityMaps;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-maps-'));
  await writeFile(join(folder, 'vilnius.pmtiles'), smallCity([25.2, 54.64, 25.36, 54.74]));
  maps = openCityMaps(folder, createLog({ logLevel: 'silent' }));
});
afterAll(async () => {
  await maps.close();
  await rm(folder, { recursive: true });
});

test('places in a city that has its map stand on its water, parks and roads', async () => {
  const picture = await pictureOf([rupert, linkmenu], maps);
  expect(Object.keys(picture?.streets ?? {}).sort()).toEqual(['parks', 'roads', 'streets', 'water']);
  expect(picture).not.toHaveProperty('land');
  expect(picture?.tiles).toMatchObject({ minZoom: 10, maxZoom: 14, bounds: [25.2, 54.64, 25.36, 54.74] });
  expect(picture?.tiles?.path).toMatch(/^\/maps\/vilnius\/\w+\/\{z\}\/\{x\}\/\{y\}$/);
  expect(picture?.pins.map(({ members }) => members)).toEqual([[0], [1]]);
});

test('places beyond the map stand on the coasts and borders', async () => {
  const picture = await pictureOf([rupert, kaunas], maps);
  expect(picture).not.toHaveProperty('streets');
  expect(picture?.land).toContain('M');
});

test('one place is shown with the streets around it, in its middle', async () => {
  const picture = await pictureOf([rupert], maps);
  expect(picture).toMatchObject({ ratio: 1, pins: [{ x: 50, y: 50, members: [0] }] });
  expect(picture?.streets?.streets).toContain('M');
});

test('no map weighs more than a page can bear', async () => {
  for (const places of [[rupert], [rupert, linkmenu]]) {
    const picture = await pictureOf(places, maps);
    expect(gzipSync(JSON.stringify(picture)).length).toBeLessThan(13_000);
  }
});

test('places that differ a little stand on one ground', async () => {
  const near = { ...linkmenu, longitude: linkmenu.longitude - 0.0001 };
  const [one, other] = [await pictureOf([rupert, linkmenu], maps), await pictureOf([rupert, near], maps)];
  expect(other?.streets).toBe(one?.streets);
});

test('where many ask for other frames at once, the last get outlines', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 10 }, (_, index) => pictureOf([{ ...rupert, longitude: 25.27 + index / 1000 }], maps)),
  );
  const drawn = pictures.map((picture) => (picture?.streets ? 'streets' : 'outlines'));
  expect([drawn.at(0), drawn.at(-1)]).toEqual(['streets', 'outlines']);
  expect((await pictureOf([{ ...rupert, longitude: 25.279 }], maps))?.streets).toBeDefined();
});

test('where there are no places there is no picture', async () => {
  expect(await pictureOf([], maps)).toBeUndefined();
});

import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveOf } from '../../../test/pmtiles.ts';
import { createHttpServer } from '../http/server.ts';
import { type CityMaps, openCityMaps } from './city-maps.ts';
import { mountTiles } from './tile-route.ts';

const vilnius = [25.1, 54.55, 25.5, 54.85] as const;
const rupert = { west: 25.25, south: 54.68, east: 25.29, north: 54.7 };
const tile = { at: [9, 291, 163], bytes: new TextEncoder().encode('streets of Vilnius') } as const;
const streets = archiveOf({ tiles: [tile], bounds: vilnius });

let folder: string;
let told: string[];
let maps: CityMaps;
let now = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-maps-'));
  told = [];
  maps = openCityMaps(folder, pino({ level: 'info' }, { write: (line) => told.push(JSON.parse(line).msg) }), () => now);
});
afterEach(async () => {
  await maps.close();
  await rm(folder, { recursive: true });
});
const pass = (milliseconds: number) => {
  now += milliseconds;
};
const put = (name: string, content: Uint8Array) => writeFile(join(folder, name), content);

test('a city has the map that covers it, the smallest of several', async () => {
  await put('vilnius.pmtiles', streets);
  await put('lithuania.pmtiles', archiveOf({ tiles: [tile], bounds: [20.9, 53.8, 26.9, 56.5] }));
  const map = await maps.covering(rupert);
  expect(map?.name).toBe('vilnius');
  expect(new TextDecoder().decode(await map?.tile(9, 291, 163))).toBe('streets of Vilnius');
  expect(await map?.tile(9, 0, 0)).toBeUndefined();
  expect((await maps.covering({ ...rupert, west: 23.9 }))?.name).toBe('lithuania');
  expect(await maps.covering({ ...rupert, west: 12.4 })).toBeUndefined();
});

test('a map that comes later is found, one that goes is let go', async () => {
  expect(await maps.covering(rupert)).toBeUndefined();
  await put('vilnius.pmtiles', streets);
  const before = await maps.covering(rupert);
  await utimes(join(folder, 'vilnius.pmtiles'), 0, 1_000);
  const after = await maps.covering(rupert);
  expect([before?.version === after?.version, after?.version]).toEqual([false, (1_000_000).toString(36)]);
  await rm(join(folder, 'vilnius.pmtiles'));
  expect(await maps.covering(rupert)).toBeUndefined();
});

test('tiles look into the folder once a second, and know what a page has seen since', async () => {
  expect(await maps.named('vilnius')).toBeUndefined();
  await put('vilnius.pmtiles', streets);
  pass(999);
  expect(await maps.named('vilnius')).toBeUndefined();
  pass(1);
  const named = await maps.named('vilnius');
  expect(named?.name).toBe('vilnius');
  await utimes(join(folder, 'vilnius.pmtiles'), 0, 1_000);
  expect(await maps.named('vilnius')).toBe(named);
  const seen = await maps.covering(rupert);
  expect([seen === named, await maps.named('vilnius')]).toEqual([false, seen]);
});

describe('what is no map is told once and left out', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['a text', new TextEncoder().encode('not found'), 'is no PMTiles file'],
    ['an empty file', new Uint8Array(), 'is no PMTiles file'],
    ['half a file', streets.slice(0, -5), 'is cut short'],
    ['the beginning of one', streets.slice(0, 60), 'is no PMTiles file'],
    ['pictures', archiveOf({ tiles: [tile], bounds: vilnius, type: 2 }), 'holds no vector tiles'],
  ];
  test.each(cases)('%s', async (_, content, why) => {
    await put('vilnius.pmtiles', content);
    expect(await maps.covering(rupert)).toBeUndefined();
    expect(await maps.covering(rupert)).toBeUndefined();
    expect(told).toEqual([`the map vilnius.pmtiles ${why}: outlines stand in for it`]);
  });

  test('a tile that cannot be unpacked', async () => {
    const broken = Uint8Array.from(streets);
    broken.fill(0, broken.length - 30);
    await put('vilnius.pmtiles', broken);
    const map = await maps.covering(rupert);
    await expect(map?.tile(9, 291, 163)).rejects.toThrow();
    expect(await maps.covering(rupert)).toBeUndefined();
    expect(told).toEqual(['the map vilnius.pmtiles cannot be read: outlines stand in for it']);
  });
});

test('the browser gets tiles by the version of their file, and nothing else of the folder', async () => {
  await put('vilnius.pmtiles', streets);
  const { version } = (await maps.covering(rupert)) ?? { version: '' };
  const http = createHttpServer(pino({ level: 'silent' }));
  mountTiles(http, maps);
  const ask = (path: string) => http.inject({ url: `/maps/${path}`, headers: { 'accept-encoding': 'gzip' } });
  const found = await ask(`vilnius/${version}/9/291/163`);
  const plain = await http.inject({ url: `/maps/vilnius/${version}/9/291/163` });
  expect([plain.headers['content-encoding'], plain.payload]).toEqual([undefined, 'streets of Vilnius']);
  expect(gunzipSync(found.rawPayload).toString()).toBe('streets of Vilnius');
  expect(found.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/x-protobuf',
  });
  const others = ['9/0/0', '10/1/1', '9/600/1', '9/x/1', '9/291'].map((rest) => `vilnius/${version}/${rest}`);
  const answers = [...others, `..%2Fvilnius/${version}/9/291/163`, 'vilnius/old/9/291/163'].map(ask);
  expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([204, 404, 404, 404, 404, 404, 404]);
  await http.close();
});

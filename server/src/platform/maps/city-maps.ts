import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { type Bounds, type CityMap, openArchive } from './archive.ts';

/** The maps that the operator put into a folder, one PMTiles file for each city. */
export interface CityMaps {
  /** The map that shows all of an area, the smallest where several do. */
  covering(area: Bounds): Promise<CityMap | undefined>;
  named(name: string): Promise<CityMap | undefined>;
  close(): Promise<void>;
}

/** Cities of one installation; more files than this are a mistake. */
const mostMaps = 100;
const ending = '.pmtiles';

/** Reads the folder at once and again whenever files come or go. What cannot be used is told once and left out. */
export function openCityMaps(folder: string, log: Logger): CityMaps {
  let seen: string | undefined;
  let maps: Promise<readonly CityMap[]> = Promise.resolve([]);

  const current = async () => {
    const now = await stateOf(folder);
    if (now !== seen) {
      seen = now;
      const before = maps;
      maps = openAll(folder, log);
      for (const map of await before) await map.close();
    }
    return maps;
  };

  return {
    async covering(area) {
      const covering = (await current()).filter(({ bounds }) => covers(bounds, area));
      return covering.sort((one, other) => sizeOf(one.bounds) - sizeOf(other.bounds))[0];
    },
    named: async (name) => (await current()).find((map) => map.name === name),
    close: async () => {
      for (const map of await maps) await map.close();
    },
  };
}

/** Changes when a file is put into the folder, taken away or written anew. */
async function stateOf(folder: string): Promise<string> {
  const files = await filesIn(folder);
  const facts = files.map(async (file) => {
    const { size, mtimeMs } = await stat(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(facts).catch(() => [])).join();
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(ending)).sort();
  return files.slice(0, mostMaps).map((name) => join(folder, name));
}

async function openAll(folder: string, log: Logger): Promise<readonly CityMap[]> {
  const maps = (await filesIn(folder)).map(async (path) => {
    const file = basename(path);
    try {
      const map = await openArchive(path, basename(path, ending));
      log.info({ file, bounds: map.bounds, zoom: [map.minZoom, map.maxZoom] }, 'map of a city');
      return [map];
    } catch (error) {
      log.warn({ file }, `the map ${file} ${(error as Error).message}: outlines stand in for it`);
      return [];
    }
  });
  return (await Promise.all(maps)).flat();
}

const covers = (bounds: Bounds, area: Bounds): boolean =>
  bounds.west <= area.west && bounds.south <= area.south && bounds.east >= area.east && bounds.north >= area.north;

const sizeOf = ({ west, south, east, north }: Bounds): number => (east - west) * (north - south);

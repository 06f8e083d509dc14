import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { type Bounds, type CityMap, openArchive } from './archive.ts';

/** The maps that the operator put into a folder, one PMTiles file for each city. */
export interface CityMaps {
  /** The map that shows all of an area, the smallest where several do. */
  covering(area: Bounds): Promise<CityMap | undefined>;
  /** The map of a name, as it lay there within the last second. */
  named(name: string): Promise<CityMap | undefined>;
  close(): Promise<void>;
}

/** Cities of one installation; more files than this are a mistake. */
const mostMaps = 100;
const ending = '.pmtiles';
/** A screen full of tiles looks into the folder once in so many milliseconds. */
const lookEvery = 1_000;

/** Reads the folder at once and again whenever files come or go. What cannot be used is told once and left out. */
export function openCityMaps(folder: string, log: Logger, clock = Date.now): CityMaps {
  let seen: string | undefined;
  let maps: Promise<readonly CityMap[]> = Promise.resolve([]);

  let looked: { readonly until: number; readonly found: typeof maps } | undefined;

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
  const look = () => {
    looked = { until: clock() + lookEvery, found: current() };
    return looked.found;
  };

  return {
    async covering(area) {
      const covering = (await look()).filter((map) => map.whole && covers(map.bounds, area));
      return covering.sort((one, other) => sizeOf(one.bounds) - sizeOf(other.bounds))[0];
    },
    async named(name) {
      const found = looked && clock() < looked.until ? looked.found : look();
      return (await found).find((map) => map.name === name);
    },
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
    const tell = (error: unknown) =>
      log.warn({ file }, `the map ${file} ${(error as Error).message}: outlines stand in for it`);
    try {
      return [await openArchive(path, basename(path, ending), tell)];
    } catch (error) {
      tell(error);
      return [];
    }
  });
  return (await Promise.all(maps)).flat();
}

const covers = (bounds: Bounds, area: Bounds): boolean =>
  bounds.west <= area.west && bounds.south <= area.south && bounds.east >= area.east && bounds.north >= area.north;

const sizeOf = ({ west, south, east, north }: Bounds): number => (east - west) * (north - south);

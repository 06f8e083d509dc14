import type { CityMap } from '@talka/server/platform/maps/archive.ts';
import type { InProcessApi } from '#lib/api/in-process-api.server.ts';
import { type Frame, frameOf, onFrame, onOutlines, onStreets } from './picture/frame.rules.ts';
import { groups, type Place, project } from './picture/geometry.rules.ts';
import { landOf } from './picture/outlines.server.ts';
import { type Streets, streetsOf } from './picture/streets.server.ts';

/** The map as it is painted first: an SVG that shows all places at once. */
export interface MapPicture extends Ground {
  readonly viewBox: string;
  /** Its width by its height. */
  readonly ratio: number;
  readonly pins: readonly PicturePin[];
}

interface Ground {
  /** Coasts and borders, where the city has no map of its own. */
  readonly land?: string;
  readonly streets?: Streets;
  /** Where the living map finds the tiles of the streets. */
  readonly tiles?: TileSource;
}

export interface TileSource {
  /** `/maps/vilnius/…/{z}/{x}/{y}`. */
  readonly path: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: [west: number, south: number, east: number, north: number];
}

/** Where a pin stands, in hundredths of the width and the height. */
export interface PicturePin {
  readonly x: number;
  readonly y: number;
  /** The places that it stands for, by their order. */
  readonly members: readonly number[];
}

/** Pins nearer than this, in units, stand as one. */
const apart = 50;
/** The grounds that were asked for last, the latest at the end. */
const kept = new Map<string, Promise<Ground>>();
const mostKept = 200;
/** Streets are drawn for one frame after the other; while so many wait, outlines stand in for those of further ones. */
const mostWaiting = 3;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** Draws the places: on the streets of their city where the operator has its map, else on coasts and borders. */
export async function pictureOf(places: readonly Place[], maps: InProcessApi['maps']): Promise<MapPicture | undefined> {
  if (places.length === 0) return undefined;
  const city = await maps.covering(areaOf(places));
  const onCity = city && (await groundOf(frameOf(places, onStreets), city).catch(() => undefined));
  const frame = frameOf(places, onCity ? onStreets : onOutlines);
  const ground = onCity ?? (await groundOf(frame));
  const { width, height } = frame;
  const pins = groups(places.map(project).map(onFrame(frame)), apart).map(({ at: [x, y], of: members }) => ({
    x: percent(x / width),
    y: percent(y / height),
    members,
  }));
  return { viewBox: [-width / 2, -height / 2, width, height].join(' '), ratio: width / height, ...ground, pins };
}

/** Drawn once for each frame. Rejects where too many others wait for theirs. */
function groundOf(frame: Frame, city?: CityMap): Promise<Ground> {
  const key = [city?.name, city?.version, frame.middle, frame.scale].join();
  const found = kept.get(key);
  kept.delete(key);
  const ground = found ?? (city ? inTurn(() => cityGround(frame, city)) : Promise.resolve({ land: landOf(frame) }));
  kept.set(key, ground);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  if (!found) ground.catch(() => kept.delete(key));
  return ground;
}

async function inTurn<Result>(draw: () => Promise<Result>): Promise<Result> {
  if (waiting >= mostWaiting) throw new Error('too many frames wait to be drawn');
  waiting += 1;
  const drawn = turn.then(draw).finally(() => {
    waiting -= 1;
  });
  turn = drawn.catch(() => {});
  return drawn;
}

async function cityGround(frame: Frame, city: CityMap): Promise<Ground> {
  const { west, south, east, north } = city.bounds;
  const streets = await streetsOf(city, frame);
  if (Object.keys(streets).length === 0) throw new Error(`the map ${city.name} is empty here`);
  return {
    streets,
    tiles: {
      path: `/maps/${encodeURIComponent(city.name)}/${city.version}/{z}/{x}/{y}`,
      minZoom: city.minZoom,
      maxZoom: city.maxZoom,
      bounds: [west, south, east, north],
    },
  };
}

function areaOf(places: readonly Place[]) {
  const [latitudes, longitudes] = [places.map(({ latitude }) => latitude), places.map(({ longitude }) => longitude)];
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}

/** A place between the middle, 0, and the sides, -0.5 and 0.5. */
const percent = (share: number) => Math.round((share + 0.5) * 1000) / 10;

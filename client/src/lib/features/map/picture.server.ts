import type { FeatureCollection, MultiPolygon } from 'geojson';
import outlines from './outlines.json?raw';
import {
  type Box,
  boxAround,
  clip,
  groups,
  overlaps,
  type Place,
  type Position,
  pathOf,
  project,
} from './picture.rules.ts';

/** The map as it is painted first: an SVG that shows all places at once. */
export interface MapPicture {
  readonly viewBox: string;
  /** Its width by its height. */
  readonly ratio: number;
  readonly land: string;
  readonly pins: readonly PicturePin[];
}

/** Where a pin stands, in hundredths of the width and the height. */
export interface PicturePin {
  readonly x: number;
  readonly y: number;
  /** The places that it stands for, by their order. */
  readonly members: readonly number[];
}

interface Ring {
  readonly positions: readonly Position[];
  readonly box: Box;
}

const { features } = JSON.parse(outlines) as FeatureCollection<MultiPolygon>;
const rings: readonly Ring[] = features
  .flatMap(({ geometry }) => geometry.coordinates.flat())
  .map((ring) => ring.map(([longitude = 0, latitude = 0]) => project({ latitude, longitude })))
  .map((positions) => ({ positions, box: boxAround(positions) }));

/** Units along the longer side of what is shown: about as many as pixels on a screen. */
const units = 400;
/** The world in pixels at zoom 6.5, at which a single place is shown with the country around it. */
const worldAround = 512 * 2 ** 6.5;
/** Two places are shown no nearer than about a town apart. */
const nearest = units / (512 * 2 ** 11);
/** How far beyond the places the land is drawn, as a frame may be wider or higher than they need. */
const beyond = 1.75;

/** Pins nearer than this stand as one. */
const apart = 50;

/** Islands smaller than this are left out. */
const leastUnits = 8;
const seenAt = ({ west, north, east, south }: Box, least: number) => Math.max(east - west, south - north) >= least;

const kept = new Map<string, Omit<MapPicture, 'pins'>>();
const mostKept = 200;

/** Draws the places; nothing where there are none. */
export function pictureOf(places: readonly Place[]): MapPicture | undefined {
  if (places.length === 0) return undefined;
  const positions = places.map(project);
  const { west, north, east, south } = boxAround(positions);
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  const single = places.length === 1;
  const size = single ? units / worldAround : Math.max(east - west, south - north, nearest);
  const scale = units / size;
  const toUnits = ([atX, atY]: Position): Position => [(atX - x) * scale, (atY - y) * scale];
  const [width, height] = single
    ? [units, units]
    : ([(east - west) * scale, (south - north) * scale].map((side) => Math.max(1, Math.round(side))) as [
        number,
        number,
      ]);
  const key = [x, y, scale, width, height].join();
  const found = kept.get(key);
  const far = size * beyond;
  const least = (leastUnits / units) * size;
  const around = { west: x - far, north: y - far, east: x + far, south: y + far };
  const ground = found ?? {
    viewBox: [-width / 2, -height / 2, width, height].join(' '),
    ratio: width / height,
    land: rings
      .filter(({ box }) => overlaps(box, around) && seenAt(box, least))
      .map(({ positions: ring }) => pathOf(clip(ring, around).map(toUnits)))
      .join(''),
  };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, ground);
  const pins = groups(positions.map(toUnits), apart).map(({ at: [atX, atY], of: members }) => ({
    x: percent(atX / width),
    y: percent(atY / height),
    members,
  }));
  return { ...ground, pins };
}

/** A place between the middle, 0, and the sides, -0.5 and 0.5. */
const percent = (share: number) => Math.round((share + 0.5) * 1000) / 10;

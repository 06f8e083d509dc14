import { type Box, boxAround, type Place, type Position, project } from './geometry.rules.ts';

/** What a picture of places shows, and how large. */
export interface Frame {
  /** Its middle on the map of the world. */
  readonly middle: Position;
  /** Units of the picture across the world. */
  readonly scale: number;
  /** In units; about as many as pixels on a screen. */
  readonly width: number;
  readonly height: number;
  /** All that may be seen, in units from the middle, as a screen may be wider or higher than the places need. */
  readonly around: Box;
}

/** How near a ground lets one come: a single place is shown with what is around it, several told apart. */
export interface Nearness {
  readonly single: number;
  readonly several: number;
}

/** On plain outlines a single place needs a country's shape around it. */
export const onOutlines: Nearness = { single: 6.5, several: 11 };
export const onStreets: Nearness = { single: 14.5, several: 13 };

/** Units along the longer side of what is shown. */
export const units = 400;
/** How far beyond the middle the ground is drawn, in sides of what is shown. */
const beyond = 1.75;
/** The world in pixels at a zoom of the living map. */
const worldAt = (zoom: number) => 512 * 2 ** zoom;

/** Cells along the longer side to which what is shown is widened, so that places that differ a little share a ground. */
const cells = 16;

export function frameOf(places: readonly Place[], nearness: Nearness): Frame {
  const tight = boxAround(places.map(project));
  const { west, north, east, south } = places.length === 1 ? tight : widened(tight, units / worldAt(nearness.several));
  const middle = [(west + east) / 2, (north + south) / 2] as const;
  const far = units * beyond;
  const around = { west: -far, north: -far, east: far, south: far };
  if (places.length === 1) return { middle, scale: worldAt(nearness.single), width: units, height: units, around };
  const size = Math.max(east - west, south - north, units / worldAt(nearness.several));
  const scale = units / size;
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { middle, scale, width: side(east - west), height: side(south - north), around };
}

/** A box on a grid whose cells double with what it shows. */
function widened({ west, north, east, south }: Box, least: number): Box {
  const size = Math.max(east - west, south - north, least);
  const cell = 2 ** Math.floor(Math.log2(size / cells));
  const [down, up] = [(at: number) => Math.floor(at / cell) * cell, (at: number) => Math.ceil(at / cell) * cell];
  return { west: down(west), north: down(north), east: up(east), south: up(south) };
}

/** From the map of the world to the picture. */
export const onFrame =
  ({ middle: [x, y], scale }: Frame) =>
  ([atX, atY]: Position): Position => [(atX - x) * scale, (atY - y) * scale];

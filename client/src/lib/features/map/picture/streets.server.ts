import type { CityMap } from '@talka/server/platform/maps/archive.ts';
import { type Frame, onFrame } from './frame.rules.ts';
import { type Position, within } from './geometry.rules.ts';
import { type Layer, layers } from './layers.rules.ts';
import { shapesOf, type TileShape } from './tile-shapes.server.ts';

/** The paths of a city's map by layer, in {@link steps} of a unit. */
export type Streets = Readonly<Partial<Record<Layer, string>>>;

/** Finer than a pixel, since streets are thin. */
export const steps = 2;
/** A page carries its map twice, drawn and as data: 30,000 characters are about 12 KB each, compressed. */
const mostCharacters = 30_000;
/** Tiles that make up one picture. */
const mostTiles = 25;

/** Draws water, parks and roads from the tiles that a frame touches; of fine streets as many as a page can bear. */
export async function streetsOf(map: CityMap, frame: Frame): Promise<Streets> {
  const shapes = await shapesIn(map, frame);
  const drawn: Partial<Record<Layer, string>> = {};
  let left = mostCharacters;
  for (const { name, closed, detail } of layers) {
    const lines = shapes.filter(({ layer }) => layer === name);
    const path = lines.map(({ positions }) => within(positions, frame.around, { closed, detail, steps })).join('');
    if (path === '' || path.length > left) continue;
    drawn[name] = path;
    left -= path.length;
  }
  return drawn;
}

async function shapesIn(map: CityMap, frame: Frame): Promise<readonly TileShape[]> {
  const tiles = tilesOf(map, frame);
  const place = onFrame(frame);
  const shapes: TileShape[] = [];
  for (const [zoom, x, y] of tiles) {
    const tile = await map.tile(zoom, x, y);
    if (!tile) continue;
    const across = 2 ** zoom;
    const onWorld = ([atX, atY]: Position): Position => place([(x + atX) / across, (y + atY) / across]);
    for (const { layer, positions } of shapesOf(tile)) shapes.push({ layer, positions: positions.map(onWorld) });
  }
  return shapes;
}

/** The tiles around the middle at the zoom for which they were drawn, or a lower one where they would be too many. */
function tilesOf({ minZoom, maxZoom }: CityMap, { middle: [x, y], scale, around }: Frame): [number, number, number][] {
  const wanted = Math.round(Math.log2(scale / 512));
  for (let zoom = Math.min(maxZoom, Math.max(minZoom, wanted)); zoom >= minZoom; zoom -= 1) {
    const across = 2 ** zoom;
    const [west, east] = [x + around.west / scale, x + around.east / scale].map((at) => Math.floor(at * across)) as [
      number,
      number,
    ];
    const [north, south] = [y + around.north / scale, y + around.south / scale].map((at) =>
      Math.floor(at * across),
    ) as [number, number];
    const [columns, rows] = [east - west + 1, south - north + 1];
    if (columns * rows > mostTiles) continue;
    return Array.from(
      { length: columns * rows },
      (_, index) => [zoom, west + (index % columns), north + Math.floor(index / columns)] as [number, number, number],
    ).filter(([, column, row]) => column >= 0 && row >= 0 && column < across && row < across);
  }
  return [];
}

import { PbfWriter } from 'pbf';
import { archiveOf } from '../../../../server/test/pmtiles.ts';

type Point = readonly [x: number, y: number];

/** Something of a Protomaps basemap: its layer there, its kind, and its points on a tile 4096 wide. */
export interface Thing {
  readonly layer: 'water' | 'landuse' | 'roads';
  readonly kind: string;
  readonly area: boolean;
  readonly points: readonly Point[];
}

const extent = 4096;
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

/** Points as the commands of a vector tile: go there, draw these, close. */
function geometryOf({ points, area }: Thing): number[] {
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [0, 0];
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const drawn = steps.length - 1;
  return [9, ...(steps[0] ?? []), (drawn << 3) | 2, ...steps.slice(1).flat(), ...(area ? [15] : [])];
}

function writeLayer(things: readonly Thing[], pbf: PbfWriter) {
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, things[0]?.layer ?? '');
  for (const thing of things) pbf.writeMessage(2, writeKindOf(things), thing);
  pbf.writeStringField(3, 'kind');
  for (const kind of kindsOf(things)) pbf.writeMessage(4, (word, value) => value.writeStringField(1, word), kind);
  pbf.writeVarintField(5, extent);
}

const kindsOf = (things: readonly Thing[]) => [...new Set(things.map(({ kind }) => kind))];

const writeKindOf = (things: readonly Thing[]) => (thing: Thing, pbf: PbfWriter) => {
  pbf.writePackedVarint(2, [0, kindsOf(things).indexOf(thing.kind)]);
  pbf.writeVarintField(3, thing.area ? 3 : 2);
  pbf.writePackedVarint(4, geometryOf(thing));
};

/** A vector tile in the schema of the Protomaps basemap. */
export function tileOf(things: readonly Thing[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const layer of new Set(things.map((thing) => thing.layer)))
    pbf.writeMessage(
      3,
      writeLayer,
      things.filter((thing) => thing.layer === layer),
    );
  return pbf.finish();
}

/** A river, a park, a main road and a street, the same on every tile. */
export const things: readonly Thing[] = [
  {
    layer: 'water',
    kind: 'river',
    area: true,
    points: [
      [0, 1800],
      [4096, 2200],
      [4096, 2500],
      [0, 2100],
    ],
  },
  {
    layer: 'landuse',
    kind: 'park',
    area: true,
    points: [
      [400, 400],
      [1400, 400],
      [1400, 1200],
      [400, 1200],
    ],
  },
  {
    layer: 'landuse',
    kind: 'industrial',
    area: true,
    points: [
      [3000, 3000],
      [3900, 3000],
      [3900, 3900],
    ],
  },
  {
    layer: 'roads',
    kind: 'major_road',
    area: false,
    points: [
      [2048, 0],
      [2300, 2048],
      [2048, 4096],
    ],
  },
  {
    layer: 'roads',
    kind: 'minor_road',
    area: false,
    points: [
      [0, 3000],
      [4096, 3300],
    ],
  },
  {
    layer: 'roads',
    kind: 'path',
    area: false,
    points: [
      [0, 600],
      [4096, 700],
    ],
  },
];

/** A file as the operator puts it into the folder of maps: all tiles of an area from zoom 10 to 14. */
export function smallCity(bounds: readonly [west: number, south: number, east: number, north: number]): Uint8Array {
  const bytes = tileOf(things);
  const column = (longitude: number, zoom: number) => Math.floor((longitude / 360 + 0.5) * 2 ** zoom);
  const row = (latitude: number, zoom: number) => {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom);
  };
  const [west, south, east, north] = bounds;
  const tiles = [10, 11, 12, 13, 14].flatMap((zoom) => {
    const [firstX, firstY] = [column(west, zoom), row(north, zoom)];
    const [columns, rows] = [column(east, zoom) - firstX + 1, row(south, zoom) - firstY + 1];
    return Array.from({ length: columns * rows }, (_, index) => ({
      at: [zoom, firstX + (index % columns), firstY + Math.floor(index / columns)] as const,
      bytes,
    }));
  });
  return archiveOf({ tiles, bounds });
}

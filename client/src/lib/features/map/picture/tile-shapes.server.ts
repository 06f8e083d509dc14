import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { clip, type Position } from './geometry.rules.ts';
import { type Layer, layerOf } from './layers.rules.ts';

export interface TileShape {
  readonly layer: Layer;
  readonly positions: readonly Position[];
}

const area = 3;
/** Tiles overlap a little; areas are cut where a tile ends, so that none is painted twice. */
const tileBox = { west: 0, north: 0, east: 1, south: 1 };

/** The rings and lines of a Protomaps tile that a picture may show, on a tile one unit wide. */
export function shapesOf(tile: Uint8Array): TileShape[] {
  const { layers } = new VectorTile(new PbfReader(tile));
  const shapes: TileShape[] = [];
  for (const [source, content] of Object.entries(layers)) {
    for (let index = 0; index < content.length; index += 1) {
      const feature = content.feature(index);
      const { kind = feature.properties['pmap:kind'] } = feature.properties;
      const layer = layerOf(source, kind, feature.type === area);
      if (!layer) continue;
      for (const line of feature.loadGeometry()) {
        const positions = line.map(({ x, y }): Position => [x / content.extent, y / content.extent]);
        shapes.push({ layer, positions: feature.type === area ? clip(positions, tileBox) : positions });
      }
    }
  }
  return shapes;
}

import type { FeatureCollection, MultiPolygon } from 'geojson';
import { type Frame, onFrame } from './frame.rules.ts';
import { type Box, boxAround, clip, overlaps, type Position, pathOf, project } from './geometry.rules.ts';
import outlines from './outlines.json?raw';

interface Ring {
  readonly positions: readonly Position[];
  readonly box: Box;
}

const { features } = JSON.parse(outlines) as FeatureCollection<MultiPolygon>;
const rings: readonly Ring[] = features
  .flatMap(({ geometry }) => geometry.coordinates.flat())
  .map((ring) => ring.map(([longitude = 0, latitude = 0]) => project({ latitude, longitude })))
  .map((positions) => ({ positions, box: boxAround(positions) }));

/** Islands smaller than this, in units, are left out. */
const least = 8;

/** The land as one path. */
export function landOf(frame: Frame): string {
  const [x, y] = frame.middle;
  const far = frame.around.east / frame.scale;
  const around = { west: x - far, north: y - far, east: x + far, south: y + far };
  const seen = ({ west, north, east, south }: Box) => Math.max(east - west, south - north) * frame.scale >= least;
  return rings
    .filter(({ box }) => overlaps(box, around) && seen(box))
    .map(({ positions }) => pathOf(clip(positions, around).map(onFrame(frame))))
    .join('');
}

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature, mergeArcs } from 'topojson-client';
import { simplify } from '../src/lib/features/map/picture.rules.ts';

/**
 * Writes src/lib/features/map/outlines.json: the coasts and borders the map shows where it has no streets. From Natural
 * Earth 1:10m (public domain), packaged by world-atlas; rounded to 0.01° (about 1 km), to 0.5° beyond Europe.
 */
const require = createRequire(import.meta.url);
const atlas = JSON.parse(await readFile(require.resolve('world-atlas/countries-10m.json'), 'utf8'));

/** Arcs, not countries, lose points, so that neighbours go on sharing one border. They are written as steps on a grid. */
function thinOut(/** @type {number} */ degrees) {
  const tolerance = degrees / atlas.transform.scale[0];
  atlas.arcs = atlas.arcs.map((/** @type {[number, number][]} */ arc) => {
    let [x, y] = [0, 0];
    const positions = arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return /** @type {const} */ ([x, y]);
    });
    return simplify(positions, tolerance).map(([atX, atY], index, kept) => {
      const [beforeX, beforeY] = kept[index - 1] ?? [0, 0];
      return [atX - beforeX, atY - beforeY];
    });
  });
}
thinOut(0.02);

/** The atlas draws who holds Crimea; the map shows the borders the United Nations recognise. */
function returnCrimea() {
  const find = (/** @type {string} */ id) =>
    atlas.objects.countries.geometries.find((/** @type {{ id: string }} */ country) => country.id === id);
  const [ukraine, russia] = [find('804'), find('643')];
  const isCrimea = (/** @type {number[][]} */ arcs) => {
    const { geometry } = feature(atlas, { type: 'Polygon', arcs });
    const outer = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
    return outer.length > 0 && outer.every(([x = 0, y = 0]) => x > 32 && x < 37 && y > 44 && y < 46.5);
  };
  const crimea = russia.arcs.filter(isCrimea);
  if (crimea.length !== 1) throw new Error('Crimea is not where it was in the atlas');
  russia.arcs = russia.arcs.filter((/** @type {number[][]} */ arcs) => !isCrimea(arcs));
  ukraine.arcs = mergeArcs(atlas, [ukraine, { type: 'MultiPolygon', arcs: crimea }]).arcs;
}
returnCrimea();

const { features } = /** @type {import('geojson').FeatureCollection} */ (
  /** @type {unknown} */ (feature(atlas, atlas.objects.countries))
);

const europe = (/** @type {number} */ x, /** @type {number} */ y) => x > -26 && x < 50 && y > 30 && y < 73;
const round = (/** @type {number} */ value, /** @type {number} */ steps) => Math.round(value * steps) / steps;

/** Rounds a ring and leaves out points that fall together. */
const ring = (/** @type {import('geojson').Position[]} */ points) => {
  let before = points[0]?.[0] ?? 0;
  const rounded = points.map(([x = 0, y = 0]) => {
    // Over the date line it goes on past 180°: turned back to -180° it would cross the whole map as a band of land.
    before = x + 360 * Math.round((before - x) / 360);
    const steps = europe(before, y) ? 100 : 2;
    return [round(before, steps), round(y, steps)];
  });
  return rounded.filter(([x, y], index) => x !== rounded[index - 1]?.[0] || y !== rounded[index - 1]?.[1]);
};

const polygon = (/** @type {import('geojson').Position[][]} */ rings) =>
  rings.map(ring).filter(({ length }) => length > 3);

/** Continental Europe and its neighbours; far islands and the other continents would only cost bytes. */
const near = (/** @type {import('geojson').Position[]} */ outer) => outer.some(([x = 0, y = 0]) => europe(x, y));

const outlines = features.flatMap(({ id, geometry }) => {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = all
    .filter(([outer]) => outer && near(outer))
    .map(polygon)
    .filter(({ length }) => length > 0);
  if (coordinates.length === 0) return [];
  return [{ type: 'Feature', id, properties: {}, geometry: { type: 'MultiPolygon', coordinates } }];
});
const target = new URL('../src/lib/features/map/outlines.json', import.meta.url);
await writeFile(target, JSON.stringify({ type: 'FeatureCollection', features: outlines }));

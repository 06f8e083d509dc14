/** What is drawn of a city, in the order in which it earns its place on a page. */
export type Layer = 'water' | 'rivers' | 'roads' | 'parks' | 'streets';

export interface LayerRule {
  readonly name: Layer;
  /** Areas are closed, lines are not. */
  readonly closed: boolean;
  /** In units: how far a line may lie from where it is, and what is too small to be drawn. */
  readonly detail: number;
}

export const layers: readonly LayerRule[] = [
  { name: 'water', closed: true, detail: 0.7 },
  { name: 'rivers', closed: false, detail: 0.7 },
  { name: 'roads', closed: false, detail: 0.7 },
  { name: 'parks', closed: true, detail: 1.2 },
  { name: 'streets', closed: false, detail: 1.2 },
];

const parks = new Set('park forest wood nature_reserve national_park protected_area cemetery garden grass'.split(' '));
const rivers = new Set(['river', 'canal']);
const roads = new Set(['highway', 'major_road']);
const streets = new Set(['medium_road', 'minor_road']);

/** Where a thing of a Protomaps tile belongs, by its layer there and its kind; nowhere where it is left out. */
export function layerOf(source: string, kind: unknown, area: boolean): Layer | undefined {
  const word = String(kind);
  if (source === 'water') return area ? 'water' : rivers.has(word) ? 'rivers' : undefined;
  if (source === 'landuse') return area && parks.has(word) ? 'parks' : undefined;
  if (source !== 'roads' || area) return undefined;
  return roads.has(word) ? 'roads' : streets.has(word) ? 'streets' : undefined;
}

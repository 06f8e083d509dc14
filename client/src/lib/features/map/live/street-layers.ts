import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Ink } from './style.ts';

const source = 'streets';
/** Named otherwise in tiles made before version 4 of the Protomaps basemap. */
const kind: ExpressionSpecification = ['coalesce', ['get', 'kind'], ['get', 'pmap:kind'], ''];
const among = (...kinds: string[]): FilterSpecification => ['in', kind, ['literal', kinds]];
const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const width = (near: number): ExpressionSpecification =>
  [...['interpolate', ['exponential', 1.5], ['zoom'], 9, near / 3, 14, near, 18, near * 6]] as ExpressionSpecification;

/** Water, parks, roads and names of a Protomaps basemap in our inks. The browser draws the letters itself. */
export function streetLayers(ink: Ink): LayerSpecification[] {
  const font = { 'text-font': ['Atkinson Hyperlegible Next Variable'], 'text-field': '{name}' };
  const letters = { 'text-color': ink('ink-soft'), 'text-halo-color': ink('card'), 'text-halo-width': 1.5 };
  const line = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'earth', type: 'fill', source, 'source-layer': 'earth', filter: areas, paint: { 'fill-color': ink('card') } },
    {
      ...{ id: 'parks', type: 'fill', source, 'source-layer': 'landuse' },
      filter: among(...'park forest wood nature_reserve national_park protected_area cemetery garden grass'.split(' ')),
      paint: { 'fill-color': ink('map-park') },
    },
    {
      id: 'water',
      type: 'fill',
      source,
      'source-layer': 'water',
      filter: areas,
      paint: { 'fill-color': ink('map-water') },
    },
    {
      ...{ id: 'rivers', type: 'line', source, 'source-layer': 'water', layout: line },
      filter: among('river', 'canal', 'stream'),
      paint: { 'line-color': ink('map-water'), 'line-width': width(2) },
    },
    {
      ...{ id: 'paths', type: 'line', source, 'source-layer': 'roads', minzoom: 14 },
      filter: among('path'),
      paint: { 'line-color': ink('map-street'), 'line-width': 1, 'line-dasharray': [3, 2] },
    },
    {
      ...{ id: 'small-streets', type: 'line', source, 'source-layer': 'roads', layout: line },
      filter: among('minor_road', 'medium_road'),
      paint: { 'line-color': ink('map-street'), 'line-width': width(2) },
    },
    {
      ...{ id: 'roads', type: 'line', source, 'source-layer': 'roads', layout: line },
      filter: among('major_road', 'highway'),
      paint: { 'line-color': ink('map-road'), 'line-width': width(3.5) },
    },
    {
      ...{ id: 'street-names', type: 'symbol', source, 'source-layer': 'roads', minzoom: 14 },
      layout: { ...font, 'symbol-placement': 'line' as const, 'text-size': 12 },
      paint: letters,
    },
    {
      ...{ id: 'place-names', type: 'symbol', source, 'source-layer': 'places' },
      filter: among('locality', 'neighbourhood', 'macrohood'),
      layout: { ...font, 'text-size': 13 },
      paint: letters,
    },
  ];
}

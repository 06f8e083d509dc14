import type { LayerSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import outlines from '../picture/outlines.json?url';
import type { TileSource } from '../picture.server.ts';
import { streetLayers } from './street-layers.ts';

/** Whose the ground is, as the map has to say. */
export interface Credits {
  readonly naturalEarth: string;
  readonly openStreetMap: string;
}

/** The colours of the page, so that the map follows the theme. */
export type Ink = (token: string) => string;

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(`--${token}`).trim();
}

/** The map of a city where there is one, on country outlines. Needs nothing from outside this installation. */
function ownStyle(element: Element, tiles: TileSource | undefined, credits: Credits): StyleSpecification {
  const ink = inkOf(element);
  const ground: LayerSpecification[] = [
    { id: 'sea', type: 'background', paint: { 'background-color': ink('map-water') } },
    { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': ink('card') } },
    { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': ink('line'), 'line-width': 1.25 } },
  ];
  const coasts = { type: 'geojson', data: outlines, tolerance: 0.1, attribution: credits.naturalEarth } as const;
  if (!tiles) return { version: 8, sources: { outlines: coasts }, layers: ground };
  const { path, minZoom: minzoom, maxZoom: maxzoom, bounds } = tiles;
  const streets: VectorSourceSpecification = {
    type: 'vector',
    tiles: [location.origin + path],
    ...{ minzoom, maxzoom, bounds },
    attribution: `<a href="https://www.openstreetmap.org/copyright">${credits.openStreetMap}</a>`,
  };
  return { version: 8, sources: { outlines: coasts, streets }, layers: [...ground, ...streetLayers(ink)] };
}

/** The operator's style where it answers, else our own. */
export async function reachableStyle(
  element: Element,
  url: string | null,
  tiles: TileSource | undefined,
  credits: Credits,
): Promise<StyleSpecification> {
  const own = () => ownStyle(element, tiles, credits);
  if (url === null) return own();
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(4000) });
    if (!response.ok) return own();
    return (await response.json()) as StyleSpecification;
  } catch {
    return own();
  }
}

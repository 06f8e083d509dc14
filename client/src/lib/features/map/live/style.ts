import type { StyleSpecification } from 'maplibre-gl';
import outlines from '../outlines.json?url';

/** The colours of the page, so that the map follows the theme. */
function ground(element: Element): { water: string; land: string; border: string } {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { water: token('--map-water'), land: token('--card'), border: token('--line') };
}

/** A map without tiles: country outlines on a plain ground. Needs nothing from outside this installation. */
export function plainStyle(element: Element, naturalEarth: string): StyleSpecification {
  const { water, land, border } = ground(element);
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: outlines, tolerance: 0.1, attribution: naturalEarth },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': water } },
      { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': land } },
      { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': border, 'line-width': 1.25 } },
    ],
  };
}

/** The operator's style where it answers, else the plain one. */
export async function reachableStyle(
  element: Element,
  url: string | null,
  naturalEarth: string,
): Promise<StyleSpecification> {
  if (url === null) return plainStyle(element, naturalEarth);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(4000) });
    if (!response.ok) return plainStyle(element, naturalEarth);
    return (await response.json()) as StyleSpecification;
  } catch {
    return plainStyle(element, naturalEarth);
  }
}

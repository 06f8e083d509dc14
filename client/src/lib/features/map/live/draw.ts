import { LngLatBounds, Map as MapLibre, NavigationControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
// The library looks for its worker beside itself, where the bundler has not put it.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);

/** What the controls of a map are called. */
export interface MapWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly map: string;
  readonly scroll: string;
  readonly scrollMac: string;
  readonly touch: string;
  /** Whose the outlines are. */
  readonly naturalEarth: string;
}

/** An empty map in its frame, with controls in the reader's language. */
export function drawMap(frame: HTMLElement, style: StyleSpecification, words: MapWords): MapLibre {
  const map = new MapLibre({
    container: frame,
    style,
    center: [12, 48],
    zoom: 3.2,
    minZoom: 2,
    maxZoom: 18,
    dragRotate: false,
    pitchWithRotate: false,
    // Scrolling the page over the map must not trap the reader.
    cooperativeGestures: true,
    attributionControl: { compact: false },
    locale: {
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'Map.Title': words.map,
      'CooperativeGesturesHandler.WindowsHelpText': words.scroll,
      'CooperativeGesturesHandler.MacHelpText': words.scrollMac,
      'CooperativeGesturesHandler.MobileHelpText': words.touch,
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.touchZoomRotate.disableRotation();
  return map;
}

/** Shows all places at once, near enough to tell them apart. */
export function fit(map: MapLibre, places: readonly { latitude: number; longitude: number }[]): void {
  const [first, ...rest] = places;
  if (!first) return;
  const bounds = new LngLatBounds([first.longitude, first.latitude], [first.longitude, first.latitude]);
  for (const { longitude, latitude } of rest) bounds.extend([longitude, latitude]);
  // On the plain ground a single place needs a country's shape around it; several are told apart by their distances.
  const onOutlines = rest.length === 0 ? 6.5 : 11;
  const maxZoom = map.getSource('outlines') ? onOutlines : 13;
  map.fitBounds(bounds, { padding: 48, maxZoom, animate: false });
}

import 'maplibre-gl/dist/maplibre-gl.css';
import './markers.css';
import { drawMap, fit, type MapWords } from './draw.ts';
import { type MarkerWords, type Place, showPlaces } from './markers.ts';
import { reachableStyle } from './style.ts';

/** A map that can be moved and brought nearer. */
export interface LiveMap {
  /** Shows places until the returned function is called; tells when they are painted. */
  show(places: readonly Place[], onpainted: () => void): () => void;
  close(): void;
}

/** Makes a map in its frame once its style is loaded; fails where the device can draw none. */
export async function openMap(
  frame: HTMLElement,
  styleUrl: string | null,
  words: MapWords & MarkerWords,
): Promise<LiveMap> {
  const map = drawMap(frame, await reachableStyle(frame, styleUrl), words);
  await map.once('load');
  return {
    show(places, onpainted) {
      const undo = showPlaces(map, places, words);
      fit(map, places);
      map.once('idle', onpainted);
      return () => {
        map.off('idle', onpainted);
        undo();
      };
    },
    close: () => map.remove(),
  };
}

import 'maplibre-gl/dist/maplibre-gl.css';
import './maplibre.css';
import type { Place } from '../pins.rules.ts';
import { drawMap, fit, type MapWords } from './draw.ts';
import { type MarkerWords, type PinOptions, type ShownPlaces, showPlaces } from './markers.ts';
import { reachableStyle } from './style.ts';

export type { ShownPlaces } from './markers.ts';

/** A map that can be moved and brought nearer. */
export interface LiveMap {
  /** Shows places until they are closed; tells when they are painted. */
  show(places: readonly Place[], options: PinOptions, onpainted: () => void): ShownPlaces;
  /** Comes as near as some places allow. */
  near(places: readonly Place[]): void;
  close(): void;
}

/** Makes a map in its frame once its style is loaded; fails where the device can draw none. */
export async function openMap(
  frame: HTMLElement,
  styleUrl: string | null,
  words: MapWords & MarkerWords,
): Promise<LiveMap> {
  const map = drawMap(frame, await reachableStyle(frame, styleUrl, words.naturalEarth), words);
  await map.once('load');
  return {
    show(places, options, onpainted) {
      const shown = showPlaces(map, places, options, words);
      fit(map, places);
      map.once('idle', onpainted);
      return {
        ...shown,
        close() {
          map.off('idle', onpainted);
          shown.close();
        },
      };
    },
    near: (places) => fit(map, places),
    close: () => map.remove(),
  };
}

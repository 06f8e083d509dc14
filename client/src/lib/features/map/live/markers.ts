import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, type Map as MapLibre, Marker } from 'maplibre-gl';
import { holds, nameOf, numbersOn, type Place, type Spot, spotsOf } from '../pins.rules.ts';

export interface MarkerWords {
  /** Name of a cluster's button: `12 centrų, priartinti`. */
  cluster(count: number): string;
}

export interface PinOptions {
  /** Whether pins carry the numbers of their places in the list. */
  readonly numbered: boolean;
  /** Told of the place somebody points at; of none when they go on. */
  readonly onlight: ((id: string | undefined) => void) | undefined;
}

/** Places as they stand on the map. */
export interface ShownPlaces {
  /** Makes the pin of a place stand out, and no other. */
  light(id: string | undefined): void;
  close(): void;
}

interface Shown {
  readonly marker: Marker;
  readonly spots: readonly Spot[];
}

const source = 'places';

/** Puts places on the map: links for single ones, buttons that come nearer for many at one spot. */
export function showPlaces(
  map: MapLibre,
  places: readonly Place[],
  { numbered, onlight }: PinOptions,
  words: MarkerWords,
): ShownPlaces {
  const spots = spotsOf(places);
  map.addSource(source, {
    type: 'geojson',
    cluster: true,
    clusterRadius: 44,
    clusterMaxZoom: 15,
    clusterProperties: { spots: ['concat', ['concat', ['to-string', ['get', 'spot']], ' ']] },
    data: collection(spots),
  });
  // A source is only cut into clusters while some layer draws it.
  map.addLayer({ id: source, type: 'circle', source, paint: { 'circle-radius': 1, 'circle-opacity': 0 } });
  const shown = new Map<string, Shown>();
  let lit: string | undefined;
  const paint = ({ marker, spots: its }: Shown) =>
    marker.getElement().classList.toggle('lit', lit !== undefined && its.some((spot) => holds(spot, lit)));

  const draw = () => {
    const wanted = new Map<string, Shown>();
    for (const { geometry, properties } of map.querySourceFeatures(source)) {
      if (geometry.type !== 'Point') continue;
      const key = properties.cluster ? `cluster ${properties.cluster_id}` : String(properties.spot);
      if (wanted.has(key)) continue;
      const its = String(properties.cluster ? properties.spots : properties.spot)
        .trim()
        .split(' ');
      wanted.set(key, shown.get(key) ?? make(its, properties.cluster_id, geometry.coordinates as [number, number]));
    }
    for (const [key, { marker }] of shown) if (!wanted.has(key)) marker.remove();
    for (const [key, one] of wanted) {
      if (shown.has(key)) continue;
      one.marker.addTo(map);
      paint(one);
    }
    shown.clear();
    for (const [key, one] of wanted) shown.set(key, one);
  };

  const make = (indexes: readonly string[], cluster: unknown, at: [number, number]): Shown => {
    const its = indexes.flatMap((index) => spots[Number(index)] ?? []);
    const [spot] = its;
    const element = cluster === undefined && spot ? pinLink(spot) : clusterButton(its, Number(cluster), at);
    return { marker: new Marker({ element }).setLngLat(at), spots: its };
  };

  const pinLink = (spot: Spot) => {
    const [{ id, href }] = spot.places;
    const link = document.createElement('a');
    link.className = 'map-place';
    link.href = href;
    const label = document.createElement('span');
    label.textContent = nameOf(spot);
    const number = numbersOn(spot.numbers);
    if (numbered) link.append(number);
    link.setAttribute('aria-label', numbered ? `${number}. ${nameOf(spot)}` : nameOf(spot));
    link.append(label);
    for (const sign of ['pointerenter', 'focus']) link.addEventListener(sign, () => onlight?.(id));
    for (const sign of ['pointerleave', 'blur']) link.addEventListener(sign, () => onlight?.(undefined));
    return link;
  };

  const clusterButton = (its: readonly Spot[], cluster: number, center: [number, number]) => {
    const count = its.reduce((sum, spot) => sum + spot.places.length, 0);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-cluster';
    button.textContent = numbered ? numbersOn(its.flatMap(({ numbers }) => numbers)) : String(count);
    button.setAttribute('aria-label', words.cluster(count));
    button.addEventListener('click', async () => {
      // The button goes as the map comes nearer; who came by keyboard stays on the map.
      map.getCanvas().focus({ preventScroll: true });
      const zoom = await map.getSource<GeoJSONSource>(source)?.getClusterExpansionZoom(cluster);
      map.easeTo({ center, zoom: (zoom ?? map.getZoom() + 2) + 0.5 });
    });
    return button;
  };

  map.on('render', draw);
  return {
    light(id) {
      lit = id;
      for (const one of shown.values()) paint(one);
    },
    close() {
      map.off('render', draw);
      for (const { marker } of shown.values()) marker.remove();
      if (map.getLayer(source)) map.removeLayer(source);
      if (map.getSource(source)) map.removeSource(source);
    },
  };
}

function collection(spots: readonly Spot[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: spots.map(({ places: [{ longitude, latitude }] }, spot) => ({
      type: 'Feature',
      properties: { spot },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  };
}

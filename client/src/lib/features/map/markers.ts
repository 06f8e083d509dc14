import type { FeatureCollection } from 'geojson';
import { type Map as MapLibre, Marker } from 'maplibre-gl';

/** A place on the map. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MarkerWords {
  /** Name of a cluster's button: `12 centrų, priartinti`. */
  cluster(count: number): string;
}

const source = 'places';

/** Puts places on the map: links for single ones, buttons that come nearer for many at one spot. */
export function showPlaces(map: MapLibre, places: readonly Place[], words: MarkerWords): () => void {
  const byId = new Map(places.map((place) => [place.id, place]));
  map.addSource(source, {
    type: 'geojson',
    cluster: true,
    clusterRadius: 44,
    clusterMaxZoom: 15,
    data: collection(places),
  });
  // A source is only cut into clusters while some layer draws it.
  map.addLayer({ id: source, type: 'circle', source, paint: { 'circle-radius': 1, 'circle-opacity': 0 } });
  const shown = new Map<string, Marker>();

  const draw = () => {
    const wanted = new Map<string, Marker>();
    for (const { geometry, properties } of map.querySourceFeatures(source)) {
      if (geometry.type !== 'Point') continue;
      const key = properties.cluster ? `cluster ${properties.cluster_id}` : String(properties.id);
      if (wanted.has(key)) continue;
      const marker = shown.get(key) ?? makeMarker(properties, geometry.coordinates as [number, number]);
      if (marker) wanted.set(key, marker);
    }
    for (const [key, marker] of shown) if (!wanted.has(key)) marker.remove();
    for (const [key, marker] of wanted) if (!shown.has(key)) marker.addTo(map);
    shown.clear();
    for (const [key, marker] of wanted) shown.set(key, marker);
  };

  const makeMarker = (properties: Record<string, unknown>, at: [number, number]) => {
    const place = byId.get(String(properties.id));
    const element = properties.cluster ? clusterButton(properties, at) : place && placeLink(place);
    return element && new Marker({ element }).setLngLat(at);
  };

  const clusterButton = ({ point_count, cluster_id }: Record<string, unknown>, center: [number, number]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-cluster';
    button.textContent = String(point_count);
    button.setAttribute('aria-label', words.cluster(Number(point_count)));
    button.addEventListener('click', async () => {
      // The button goes as the map comes nearer; who came by keyboard stays on the map.
      map.getCanvas().focus({ preventScroll: true });
      const places = map.getSource<import('maplibre-gl').GeoJSONSource>(source);
      const zoom = (await places?.getClusterExpansionZoom(Number(cluster_id))) ?? map.getZoom() + 2;
      map.easeTo({ center, zoom: zoom + 0.5 });
    });
    return button;
  };

  map.on('render', draw);
  return () => {
    map.off('render', draw);
    for (const marker of shown.values()) marker.remove();
    if (map.getLayer(source)) map.removeLayer(source);
    if (map.getSource(source)) map.removeSource(source);
  };
}

function placeLink({ name, href }: Place): HTMLElement {
  const link = document.createElement('a');
  link.className = 'map-place';
  link.href = href;
  link.setAttribute('aria-label', name);
  const label = document.createElement('span');
  label.textContent = name;
  link.append(label);
  return link;
}

function collection(places: readonly Place[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: places.map(({ id, latitude, longitude }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  };
}

import { earthRadius } from '../../../../platform/search/near.rules.ts';

/** Degrees in WGS 84. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** A centre farther from the middle of its city is taken for a mistake. */
export const farthestFromCity = 60;

/** Why a point cannot be right, or null where it may be; `city` is the middle of the city it belongs to. */
export function doubtAboutPoint(point: GeoPoint, city: (GeoPoint & { name: string }) | null): string | null {
  if (point.latitude === 0 && point.longitude === 0) return 'Latitude and longitude are both 0, a point in the sea.';
  if (city === null) return null;
  const distance = kilometresBetween(point, city);
  if (distance <= farthestFromCity) return null;
  const swapped = { latitude: point.longitude, longitude: point.latitude };
  if (kilometresBetween(swapped, city) <= farthestFromCity) return 'Latitude and longitude are swapped.';
  return `This point is ${Math.round(distance)} km from ${city.name}. Check the sign, the digits and the city.`;
}

/** Great-circle distance in kilometres. */
export function kilometresBetween(a: GeoPoint, b: GeoPoint): number {
  const radians = Math.PI / 180;
  const height = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const width = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const chord = height ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * width ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

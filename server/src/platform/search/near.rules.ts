import type { Message } from '../i18n/translate.ts';

/** A circle on the map. */
export interface Near {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  /** Radius in kilometres. */
  readonly within: number;
}

/** Kilometres searched around a point where nothing else is said. */
export const usualRadius = 25;
export const largestRadius = 500;

/** The mean radius of the earth in kilometres (IUGG). */
export const earthRadius = 6371.0088;

/** What is wrong with a circle, by field. */
export function nearProblems({ latitude, longitude, within }: Near): { field: string; message: Message }[] {
  const problems: { field: string; message: Message }[] = [];
  if (!(Math.abs(latitude) <= 90)) problems.push({ field: 'near.latitude', message: { key: 'directory.latitude' } });
  if (!(Math.abs(longitude) <= 180))
    problems.push({ field: 'near.longitude', message: { key: 'directory.longitude' } });
  if (!(within > 0 && within <= largestRadius)) {
    problems.push({
      field: 'near.within',
      message: { key: 'directory.radius', parameters: { largest: largestRadius } },
    });
  }
  return problems;
}

export interface Box {
  readonly south: number;
  readonly north: number;
  /** Null where the circle reaches over a pole or the date line: any longitude may lie inside. */
  readonly meridians: { readonly west: number; readonly east: number } | null;
}

/** Degrees between which all points of a circle lie; cheaper to compare with than the distance. */
export function boundingBox({ latitude, longitude, within }: Near): Box {
  const angle = within / earthRadius;
  // A little wider than the circle, so that rounding never cuts a point off.
  const reach = (angle * 180) / Math.PI + 1e-6;
  const south = latitude - reach;
  const north = latitude + reach;
  if (south <= -90 || north >= 90) return { south, north, meridians: null };
  const widest = Math.asin(Math.sin(angle) / Math.cos((latitude * Math.PI) / 180));
  const spread = (widest * 180) / Math.PI + 1e-6;
  const west = longitude - spread;
  const east = longitude + spread;
  return { south, north, meridians: west < -180 || east > 180 ? null : { west, east } };
}

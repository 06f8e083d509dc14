/** A place on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The place in a parameter such as `54.69,25.28`; undefined where it is none. */
export function readPoint(text: string | null): Point | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '');
  if (!match) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

export const writePoint = ({ latitude, longitude }: Point): string => `${latitude},${longitude}`;

const round = (degrees: number) => Math.round(degrees * 100) / 100;

/** The place to about a kilometre, which is as near as a search needs to know. */
export const roughly = ({ latitude, longitude }: Point): Point => ({
  latitude: round(latitude),
  longitude: round(longitude),
});

/** What an address says in place of a city where all of them are meant. */
export const everywhere = 'everywhere';

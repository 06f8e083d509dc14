/** A place on the map. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What one pin stands for: the places at one spot, with their numbers in the list. */
export interface Spot {
  readonly places: readonly [Place, ...Place[]];
  readonly numbers: readonly number[];
}

/** Places with the same coordinates share a pin, since no coming nearer tells them apart. */
export function spotsOf(places: readonly Place[]): readonly Spot[] {
  const spots = new Map<string, { places: [Place, ...Place[]]; numbers: number[] }>();
  for (const [index, place] of places.entries()) {
    const key = `${place.latitude} ${place.longitude}`;
    const spot = spots.get(key);
    if (spot) {
      spot.places.push(place);
      spot.numbers.push(index + 1);
    } else spots.set(key, { places: [place], numbers: [index + 1] });
  }
  return [...spots.values()];
}

export const nameOf = ({ places }: Spot): string => [...new Set(places.map(({ name }) => name))].join(', ');
export const holds = ({ places }: Spot, id: string | undefined): boolean => places.some((place) => place.id === id);

/** The numbers on a pin; the third and further ones are only counted. */
export function numbersOn(numbers: readonly number[]): string {
  const more = numbers.length - 2;
  const first = [...numbers].sort((a, b) => a - b).slice(0, 2);
  return first.join(', ') + (more > 0 ? ` +${more}` : '');
}

/** The places of streams in this tab, the one that moved last at the end. */
export type Places = readonly (readonly [stream: string, cursor: string])[];

const most = 20;

/** Where a stream was, if it is among those that are kept. */
export const placeOf = (places: Places, stream: string): string | undefined =>
  places.find(([name]) => name === stream)?.[1];

/** Moves a stream to a place; of the streams that did not move for the longest time, those beyond twenty go. */
export const movedTo = (places: Places, stream: string, cursor: string): Places =>
  [...places.filter(([name]) => name !== stream), [stream, cursor] as const].slice(-most);

/** The places in a kept text; none where it is anything else. */
export function placesIn(text: string | null): Places {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isPlace) : [];
  } catch {
    return [];
  }
}

const isPlace = (value: unknown): value is Places[number] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

import { movedTo, placeOf, placesIn } from './places.rules.ts';

const name = 'talka:places';

/** The place that a stream had before the page was loaded again; storage may be forbidden. */
export function readPlace(stream: string): string | undefined {
  try {
    return placeOf(placesIn(sessionStorage.getItem(name)), stream);
  } catch {
    return undefined;
  }
}

/** Keeps the place of a stream for as long as the tab is open. */
export function keepPlace(stream: string, cursor: string): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(movedTo(placesIn(sessionStorage.getItem(name)), stream, cursor)));
  } catch {
    // Without storage the page resumes from the cursor it was loaded with.
  }
}

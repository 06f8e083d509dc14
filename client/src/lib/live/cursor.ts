const name = (key: string) => `talka:cursor:${key}`;

/** The place kept for a page in this tab, if any; storage may be forbidden. */
export function readCursor(key: string): string | undefined {
  try {
    return sessionStorage.getItem(name(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the place of a page for as long as the tab is open. */
export function writeCursor(key: string, cursor: string): void {
  try {
    sessionStorage.setItem(name(key), cursor);
  } catch {
    // Without storage the page resumes from the cursor it was loaded with.
  }
}

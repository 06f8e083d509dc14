const fallback = 'Europe/Vilnius';

/** The reader's zone from their cookie, where it is one that is known here. */
export function readZone(value: string | undefined): string {
  if (!value) return fallback;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return fallback;
  }
}

/** Remembers the browser's zone, so that the server writes times as this reader expects them. */
export function rememberZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from one of the three browsers.
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;
  return zone;
}

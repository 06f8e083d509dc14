const fallback = 'Europe/Vilnius';
/** Zones as they are called here, a few hundred at most; looking one up is costly. */
const known = new Set([fallback]);

/** The reader's zone from their cookie, where it is one that is known here. */
export function readZone(value: string | undefined): string {
  if (!value || known.has(value)) return value || fallback;
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
    if (zone === value) known.add(zone);
    return zone;
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

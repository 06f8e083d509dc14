import Bowser from 'bowser';

/** From what somebody signed in, as far as the browser tells; names as their makers write them. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The browser and system behind a `User-Agent`. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
}

/** Stands for our own origin, which nobody outside can name. */
const here = 'https://here.invalid';

/**
 * An address within this site as a browser reads it: path, query and fragment; undefined where it leads to another
 * site or nowhere.
 */
export function localAddress(given: string): string | undefined {
  if (!given.startsWith('/') || !URL.canParse(given, here)) return undefined;
  const { origin, pathname, search, hash } = new URL(given, here);
  // Tidied, `/..//host` becomes `//host`, which names another host.
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : undefined;
}

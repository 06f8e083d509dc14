/** Segments of letters, digits, dots and hyphens, none of them hidden: safe as a path and as the key of a bucket. */
const keyShape = /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/;

/** The key itself; throws for what could lead elsewhere. */
export function safeKey(key: string): string {
  if (!keyShape.test(key) || key.includes('..')) throw new Error(`no key of a file: ${key}`);
  return key;
}

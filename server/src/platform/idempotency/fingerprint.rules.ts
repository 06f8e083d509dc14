/** An input as a text: equal inputs are equal texts, whatever the order of their fields; a field left out equals null. */
export const fingerprintText = (input: unknown): string => JSON.stringify(sorted(input));

function sorted(value: unknown): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]);
}

/** Where a list page starts: the sort values of the last row seen, its id last. */
export type Keyset = readonly (string | number | null)[];

/** One more row than asked for tells whether there is a next page. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** What a sort column holds; `id` is a UUID, `instant` an ISO 8601 time in UTC, and `starts` stands for itself. */
export type KeysetColumn = 'string' | 'number' | 'number?' | 'id' | 'instant' | 'starts';

/** The most rows one page may ask for. */
export const largestPage = 100;

/** An opaque cursor for a row's sort values. */
export function encodeKeyset(keyset: Keyset): string {
  const bytes = new TextEncoder().encode(JSON.stringify(keyset));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The sort values of a cursor whose columns have these types, or undefined where it was not one of ours. */
export function decodeKeyset(cursor: string, types: readonly KeysetColumn[]): (string | number | null)[] | undefined {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values) || values.length !== types.length) return undefined;
    const fits = values.every((value, index) => holds(value, types[index] ?? 'string'));
    return fits ? (values as (string | number | null)[]) : undefined;
  } catch {
    return undefined;
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

/** The database would fail on a value of another type; such a cursor was not made by us. */
function holds(value: unknown, type: KeysetColumn): boolean {
  if (value === null) return type === 'number?';
  if (type === 'number' || type === 'number?') return Number.isFinite(value);
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false;
  if (type === 'starts') return value === type;
  if (type === 'id') return uuid.test(value);
  return type !== 'instant' || isInstant(value);
}

/** `Date.parse` takes 30 February and the year 0, which the database does not know. */
function isInstant(value: string): boolean {
  if (!instant.test(value) || value.startsWith('0000')) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value.slice(0, 19));
}

/** Cuts `first + 1` rows to a page. */
export function pageOf<Row>(rows: readonly Row[], first: number): PageOf<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

import { sql } from 'kysely';
import type { Keyset } from '../../../platform/database/paging/pagination.rules.ts';

/** One page of a list that hangs on a parent, as the key of a batch. */
export interface PageWanted {
  readonly parent: string;
  readonly first: number;
  readonly after: Keyset | undefined;
}

export const pageKey = ({ parent, first, after }: PageWanted): string => JSON.stringify([parent, first, after ?? null]);

interface WantedPage {
  readonly key: string;
  readonly parent: string;
  /** One more than the page has. */
  readonly rows: number;
  /** The place behind which it begins; null for the first page. */
  readonly at: Date | null;
  readonly id: string | null;
}

/** Batch keys as a table `wanted`, to join the rows of each page to. */
export function wantedPages(keys: readonly string[]) {
  const pages = keys.map((key) => {
    const [parent, first, after] = JSON.parse(key) as [string, number, Keyset | null];
    return { key, parent, rows: first + 1, at: after?.[0] ?? null, id: after?.[1] ?? null };
  });
  return sql<WantedPage>`jsonb_to_recordset(${JSON.stringify(pages)}::jsonb)`.as<'wanted'>(
    sql`wanted(key text, parent uuid, rows int, at timestamptz, id uuid)`,
  );
}

/** Rows of several pages by their key, each cut to its length. */
export function cutPages<Row extends { key: string }>(
  keys: readonly string[],
  rows: readonly Row[],
): Map<string, { rows: Row[]; hasNextPage: boolean }> {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const pageOf = (key: string) => {
    const [, first] = JSON.parse(key) as [string, number];
    const found = byKey.get(key) ?? [];
    return { rows: found.slice(0, first), hasNextPage: found.length > first };
  };
  return new Map(keys.map((key) => [key, pageOf(key)]));
}

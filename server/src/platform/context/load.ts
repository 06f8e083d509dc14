import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/** Reads many keys at once; a key that is missing in the map was not found. */
export type BatchReader<Row> = (ctx: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

/**
 * Loads one key through a batch reader: all keys asked for in the same tick are read by one call.
 * What was not found loads as undefined.
 */
export function load<Row>(ctx: Context, read: BatchReader<Row>, key: string): Promise<Row | undefined> {
  return loaderOf(ctx, read).load(key);
}

function loaderOf<Row>(ctx: Context, read: BatchReader<Row>): DataLoader<string, Row | undefined> {
  let loader = ctx.loaders.get(read) as DataLoader<string, Row | undefined> | undefined;
  if (!loader) {
    loader = new DataLoader<string, Row | undefined>(async (keys) => {
      const rows = await read(ctx, keys);
      return keys.map((each) => rows.get(each));
    });
    ctx.loaders.set(read, loader as DataLoader<string, unknown>);
  }
  return loader;
}

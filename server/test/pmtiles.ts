import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface ArchiveTile {
  readonly at: readonly [zoom: number, x: number, y: number];
  readonly bytes: Uint8Array;
}

export interface ArchiveOf {
  readonly tiles: readonly ArchiveTile[];
  /** West, south, east, north, in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** 1 for vector tiles, 2 for pictures. */
  readonly type?: number;
}

const headerBytes = 127;
const gzipped = 2;

/** A PMTiles file of a few tiles, each packed by gzip, as `pmtiles extract` writes them. */
export function archiveOf({ tiles, bounds, type = 1 }: ArchiveOf): Uint8Array {
  const sorted = tiles
    .map(({ at, bytes }) => ({ id: zxyToTileId(...at), zoom: at[0], data: gzipSync(bytes) }))
    .sort((one, other) => one.id - other.id);
  const root = gzipSync(Buffer.from(directoryOf(sorted)));
  const metadata = gzipSync(Buffer.from('{}'));
  const data = Buffer.concat(sorted.map((tile) => tile.data));
  const metadataAt = headerBytes + root.length;
  const dataAt = metadataAt + metadata.length;
  const header = Buffer.alloc(headerBytes);
  header.write('PMTiles');
  header.writeUInt8(3, 7);
  const places = [headerBytes, root.length, metadataAt, metadata.length, dataAt, 0, dataAt, data.length];
  for (const [index, value] of [...places, tiles.length, tiles.length, tiles.length].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  const zooms = sorted.map(({ zoom }) => zoom);
  for (const [index, value] of [1, gzipped, gzipped, type, Math.min(...zooms), Math.max(...zooms)].entries())
    header.writeUInt8(value, 96 + index);
  for (const [index, degrees] of bounds.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  return Buffer.concat([header, root, metadata, data]);
}

/** Column by column: ids as differences, runs, lengths, and where each begins, 0 where right after the one before. */
function directoryOf(tiles: readonly { readonly id: number; readonly data: Uint8Array }[]): number[] {
  const ids = tiles.map(({ id }, index) => id - (tiles[index - 1]?.id ?? 0));
  const begins = tiles.map((_, index) => (index === 0 ? 1 : 0));
  return [tiles.length, ...ids, ...tiles.map(() => 1), ...tiles.map(({ data }) => data.length), ...begins].flatMap(
    varint,
  );
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression, PMTiles, ResolvedValueCache, TileType } from 'pmtiles';

/** Degrees, WGS 84. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The map of a city as vector tiles, in one file. */
export interface CityMap {
  /** The name of its file without the ending. */
  readonly name: string;
  /** Changes with the file, so that a tile can be kept by whoever has it. */
  readonly version: string;
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** False once a tile could not be read. */
  readonly whole: boolean;
  /** A tile as Mapbox Vector Tile; nothing where the file holds none. */
  tile(zoom: number, x: number, y: number): Promise<Uint8Array | undefined>;
  /** The same as it lies in the file, packed by gzip where {@link gzipped}. */
  stored(zoom: number, x: number, y: number): Promise<Uint8Array | undefined>;
  readonly gzipped: boolean;
  close(): Promise<void>;
}

/** The file is not what it should be; the message says how. */
export class UnusableMapError extends Error {}

/** A tile or directory larger than this, unpacked, is none of a map of streets. */
const mostBytes = 16 * 1024 * 1024;
const mostDirectories = 64;
const unpack = promisify(gunzip);

/** A tile is unpacked only where it has to be. */
const asStored = async (data: ArrayBuffer): Promise<ArrayBuffer> => data;

const decompress = async (packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> => {
  if (compression === Compression.None) return packed;
  if (compression !== Compression.Gzip) throw new UnusableMapError('is packed otherwise than by gzip');
  const bytes = await unpack(packed, { maxOutputLength: mostBytes });
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** Opens a PMTiles file of vector tiles, or throws {@link UnusableMapError}; tells once when it cannot be read later. */
export async function openArchive(
  path: string,
  name: string,
  onbroken: (error: UnusableMapError) => void,
): Promise<CityMap> {
  const file = await open(path);
  try {
    const { size, mtimeMs } = await file.stat();
    const archive = new PMTiles(
      sourceOf(file, path),
      new ResolvedValueCache(mostDirectories, false, decompress),
      asStored,
    );
    const header = await archive.getHeader().catch(() => {
      throw new UnusableMapError('is no PMTiles file');
    });
    if (header.tileType !== TileType.Mvt) throw new UnusableMapError('holds no vector tiles');
    if (size < header.tileDataOffset + (header.tileDataLength ?? 0)) throw new UnusableMapError('is cut short');
    // Reads the directory, so that a file that is broken there is known before it is used.
    await archive.getZxy(header.minZoom, 0, 0);
    const { tileCompression } = header;
    let whole = true;
    const reading = async (zoom: number, x: number, y: number, unpacked: typeof decompress) => {
      try {
        const found = await archive.getZxy(zoom, x, y);
        return found && new Uint8Array(await unpacked(found.data, tileCompression));
      } catch {
        const error = new UnusableMapError('cannot be read');
        if (whole) onbroken(error);
        whole = false;
        throw error;
      }
    };
    return {
      get whole() {
        return whole;
      },
      name,
      version: Math.round(mtimeMs).toString(36),
      bounds: { west: header.minLon, south: header.minLat, east: header.maxLon, north: header.maxLat },
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      tile: (zoom, x, y) => reading(zoom, x, y, decompress),
      stored: (zoom, x, y) => reading(zoom, x, y, asStored),
      gzipped: tileCompression === Compression.Gzip,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error instanceof UnusableMapError ? error : new UnusableMapError('cannot be read');
  }
}

const sourceOf = (file: FileHandle, path: string) => ({
  getKey: () => path,
  async getBytes(offset: number, length: number) {
    const data = new Uint8Array(length);
    const { bytesRead } = await file.read(data, 0, length, offset);
    return { data: data.buffer.slice(0, bytesRead) };
  },
});

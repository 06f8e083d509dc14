import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
// Only what the server reads is let through; tests also write what it must refuse.
import '../src/platform/pictures/photographs/decoders.ts';

const colours = { r: 130, g: 90, b: 60 };
const base = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: colours, noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  });

/** A photograph as a telephone takes it: lying on its side, with camera, place and an owner in it. */
export const fromTelephone = (width = 800, height = 600): Promise<Buffer> =>
  base(width, height)
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'Secret Person', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '54/1 41/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '25/1 16/1 48/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const plain = (width = 800, height = 600) => base(width, height);

/** A PNG that claims so many pixels in a few bytes. */
export function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), body.length + 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1024));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Sharp } from 'sharp';
import { badInput } from '../../../shared/errors.ts';
import type { Message } from '../../i18n/translate.ts';
import { sharp } from './decoders.ts';
import {
  fewestPixels,
  firstEdge,
  isMislabelled,
  kindOf,
  masterEdge,
  mostPixels,
  type PictureEdge,
  type PictureFormat,
  type PictureSize,
} from './photograph.rules.ts';

/** A size with its bytes. */
export interface Developed extends PictureSize {
  readonly data: Uint8Array;
}

/** What is kept of a picture that somebody sent: new files with nothing in them but the picture. */
export interface Photograph {
  /** SHA-256 of the master: the same picture sent twice is the same. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** The colour that stands for it until it is there, such as `#8a7f6c`. */
  readonly colour: string;
  readonly sizes: readonly Developed[];
}

const refused = (message: Message) => badInput([{ field: 'file', message }]);

/** One at a time in a process: whoever sends many waits for them, and nobody else does. */
const darkroom = pLimit(1);
const enlarger = pLimit(1);

/**
 * Makes the files of a picture from what somebody sent: turned upright, in sRGB, without metadata. What was sent is
 * nowhere but in memory. Throws BAD_INPUT on `file` for what is no picture that can be shown.
 */
export const develop = (bytes: Uint8Array, declared = ''): Promise<Photograph> =>
  darkroom(async () => {
    const kind = kindOf(bytes);
    if (typeof kind !== 'string') throw refused(kind);
    if (isMislabelled(kind, declared)) throw refused({ key: 'pictures.mislabelled', parameters: { kind } });
    await assertShowable(bytes);
    try {
      const whole = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb');
      const master = await sized(whole, masterEdge, 'webp');
      const first = await sized(sharp(master.data), firstEdge, 'webp');
      const { width, height, hash } = master;
      return { hash, width, height, colour: await colourOf(first.data), sizes: [master, first] };
    } catch (error) {
      throw refused(messageOf(error));
    }
  });

/** Another size of a picture, from its master. */
export const enlarge = (master: Uint8Array, edge: PictureEdge, format: PictureFormat): Promise<Developed> =>
  enlarger(() => sized(sharp(master), edge, format));

async function assertShowable(bytes: Uint8Array): Promise<void> {
  const facts = await sharp(bytes, { failOn: 'error', limitInputPixels: false })
    .metadata()
    .catch((error) => {
      throw refused(messageOf(error));
    });
  const { width, height, pages = 1, space } = facts;
  if (width * height > mostPixels) {
    throw refused({ key: 'pictures.tooManyPixels', parameters: { megapixels: mostPixels / 1_000_000 } });
  }
  if (pages > 1 || isAnimatedPng(bytes)) throw refused({ key: 'pictures.animated' });
  if (space === 'cmyk') throw refused({ key: 'pictures.cmyk' });
  if (Math.max(width, height) < fewestPixels) {
    throw refused({ key: 'pictures.tooSmall', parameters: { pixels: fewestPixels } });
  }
}

/** Says before its first picture how many there are. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64 * 1024));
  const control = start.indexOf('acTL');
  return control > 0 && start.subarray(0, 4).equals(Buffer.from('\x89PNG', 'latin1')) && control < beforeData(start);
}

const beforeData = (start: Buffer): number => {
  const data = start.indexOf('IDAT');
  return data < 0 ? start.length : data;
};

/** Little effort: a tenth more bytes in a third of the time. */
const encoders: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  webp: (picture) => picture.webp({ quality: 80, effort: 1 }),
  avif: (picture) => picture.avif({ quality: 55, effort: 2 }),
};

async function sized(picture: Sharp, edge: PictureEdge, format: PictureFormat): Promise<Developed> {
  const smaller = picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
  const { data, info } = await encoders[format](smaller).toBuffer({ resolveWithObject: true });
  const hash = createHash('sha256').update(data).digest('hex');
  return { edge, format, width: info.width, height: info.height, bytes: data.length, hash, data };
}

async function colourOf(picture: Uint8Array): Promise<string> {
  const { dominant } = await sharp(picture).stats();
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return `#${hex(dominant.r)}${hex(dominant.g)}${hex(dominant.b)}`;
}

/** A decoder says in its own words what it could not read. */
const messageOf = (error: unknown): Message =>
  /pixel limit/i.test(String(error))
    ? { key: 'pictures.tooManyPixels', parameters: { megapixels: mostPixels / 1_000_000 } }
    : { key: 'pictures.broken' };

import type { Message } from '../../i18n/translate.ts';

/** In bytes, of a file that somebody sends. */
export const largestPhotograph = 15 * 1024 * 1024;
/** Of width times height: what is larger could fill the memory. */
export const mostPixels = 50_000_000;
/** Of the longer side: what is smaller is blurred on every screen. */
export const fewestPixels = 240;

/** The kinds of pictures that are taken, by what browsers call them. */
export const photographKinds = ['jpeg', 'png', 'webp', 'avif'] as const;
export type PhotographKind = (typeof photographKinds)[number];

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Brands of the container that AVIF shares with films and with the pictures of some telephones. */
const heic = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever it is called: a kind, or why it is not taken. */
export function kindOf(bytes: Uint8Array): PhotographKind | Message {
  if (bytes.length === 0) return { key: 'pictures.empty' };
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp';
  if (text(bytes, 4, 4) === 'ftyp') {
    const brands = text(bytes, 8, Math.min(64, bytes.length) - 8);
    if (brands.includes('avis')) return { key: 'pictures.animated' };
    if (brands.includes('avif')) return 'avif';
    if (heic.includes(brands.slice(0, 4))) return { key: 'pictures.heic' };
  }
  if (text(bytes, 0, 4) === 'GIF8') return { key: 'pictures.gif' };
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg/i.test(text(bytes, 0, 400))) return { key: 'pictures.svg' };
  return { key: 'pictures.notPicture' };
}

/** Whether a file was sent as another kind of picture than it is; what says nothing of its kind says nothing wrong. */
export function isMislabelled(kind: PhotographKind, declared: string): boolean {
  const [, named] = /^image\/([\w.+-]+)/.exec(declared.toLowerCase()) ?? [];
  const kinds: Record<string, PhotographKind> = { jpg: 'jpeg', pjpeg: 'jpeg', 'x-png': 'png' };
  return named !== undefined && (kinds[named] ?? named) !== kind;
}

/** A size that is kept of each picture that is at least so large, by the longer side. */
export const pictureEdges = [320, 640, 1280, 2048, 2560] as const;
export type PictureEdge = (typeof pictureEdges)[number];
/** The one that everything else is made from. */
export const masterEdge = 2560;
/** The one beside it that is there at once. */
export const firstEdge = 640;

export const pictureFormats = ['webp', 'avif'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** One file of a picture. */
export interface PictureSize {
  /** What its name begins with. */
  readonly edge: PictureEdge;
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** SHA-256 of its bytes, by which a copy is checked. */
  readonly hash: string;
}

export const nameOfSize = ({ edge, format }: Pick<PictureSize, 'edge' | 'format'>): string => `${edge}.${format}`;

/** The sizes that are still to be made of a picture; AVIF is not made of the master, which few ever look at. */
export function missingSizes(
  { width, height }: { readonly width: number; readonly height: number },
  made: readonly Pick<PictureSize, 'edge' | 'format'>[],
): Pick<PictureSize, 'edge' | 'format'>[] {
  const longer = Math.max(width, height);
  const names = new Set(made.map(nameOfSize));
  const wanted = pictureEdges
    .filter((edge, index) => edge !== masterEdge && (index === 0 || (pictureEdges[index - 1] ?? 0) < longer))
    .flatMap((edge) => pictureFormats.map((format) => ({ edge, format })));
  return wanted.filter((size) => !names.has(nameOfSize(size)));
}

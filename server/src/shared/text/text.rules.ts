import type { Message } from '../../platform/i18n/translate.ts';

/** How long a text may be, in characters as PostgreSQL counts them: code points, white space at the ends left out. */
export interface TextLimits {
  readonly minimum: number;
  readonly maximum: number;
}

/** Control characters other than tab and line breaks; the database refuses NUL, screens show none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A letter, digit or sign; a text of spaces and invisible marks alone says nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Why a text cannot be kept, or undefined where it can. */
export function textProblem(value: string, { minimum, maximum }: TextLimits): Message | undefined {
  // A code point is at most two units: far too long a text need not be counted.
  if (value.length > 4 * maximum + 1000) return { key: 'text.tooLong', parameters: { maximum } };
  if (controls.test(value) || !value.isWellFormed()) return { key: 'text.unusable' };
  const length = [...value.trim()].length;
  if (length > maximum) return { key: 'text.tooLong', parameters: { maximum } };
  if (minimum > 0 && !visible.test(value)) return { key: 'text.missing' };
  return length < minimum ? { key: 'text.tooShort', parameters: { minimum } } : undefined;
}

/**
 * Characters that turn the direction of what follows, also of the text beside it: `annexe\u202egpj.exe` reads
 * as a picture. The marks that only place a sign (U+200E, U+200F) are left to those who write from the right.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** Why a name or title, which stands among others' words, cannot be kept, or undefined where it can. */
export const lineProblem = (value: string, limits: TextLimits): Message | undefined =>
  turning.test(value) ? { key: 'text.turning' } : textProblem(value, limits);

/** Text for one line: white space, also line breaks, drawn together to single spaces. */
export const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** Whether a text may be looked for at all; what cannot be kept cannot be found either. */
export const isAskable = (value: string, maximum: number): boolean =>
  textProblem(value, { minimum: 1, maximum }) === undefined;

import { fold } from '../../../shared/text/slug.rules.ts';

/** A text in some language; `own` where it is the reader's. */
export interface Spoken {
  readonly text: string;
  readonly own: boolean;
}

/** What may be meant: how it is called, and the beginnings of words that people say for it, folded. */
export interface Meant {
  readonly names: readonly Spoken[];
  readonly words: readonly Spoken[];
}

/** How far a thing is from what was typed; the smaller, the sooner it is offered. */
export interface Likeness {
  /** Words that have nothing to do with it. */
  readonly missed: number;
  /** How its least like word is like it: by {@link kinds}, the reader's language before others. */
  readonly far: number;
}

const kinds = { exact: 0, beginning: 1, synonym: 2, inside: 3, slip: 4 } as const;
type Kind = keyof typeof kinds;

/** From so many letters on one may be wrong, missing, too many or swapped with the next. */
const shortestSlip = 5;
/** In shorter pieces everything stands somewhere. */
const shortestInside = 3;
/** So many letters may follow the beginning of a word where it is too short to tell words apart. */
const shortBeginning = 3;
const longestEnding = 4;

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How a thing is like the words of a text, or undefined where no word is. */
export function likeness(typed: readonly string[], thing: Meant): Likeness | undefined {
  const words = typed.map(fold);
  const whole = words.join(' ');
  const named = thing.names.filter(({ text }) => wordsOf(text).join(' ') === whole);
  if (named.length > 0)
    return {
      missed: 0,
      far: far(
        'exact',
        named.some(({ own }) => own),
      ),
    };
  const distances = words.flatMap((word) => distance(word, thing) ?? []);
  if (distances.length === 0) return undefined;
  return { missed: words.length - distances.length, far: Math.max(...distances) };
}

/** Whether one is offered before another, as a number to sort by. */
export const byLikeness = (a: Likeness, b: Likeness): number => a.missed - b.missed || a.far - b.far;

const far = (kind: Kind, own: boolean): number => 2 * kinds[kind] + (own ? 0 : 1);

function distance(word: string, { names, words }: Meant): number | undefined {
  const kindsFound = [
    ...names.flatMap(({ text, own }) => wordsOf(text).map((part) => ({ kind: likeName(word, part), own }))),
    ...words.map(({ text, own }) => ({ kind: likeSynonym(word, text), own })),
  ];
  const distances = kindsFound.flatMap(({ kind, own }) => (kind === undefined ? [] : [far(kind, own)]));
  return distances.length > 0 ? Math.min(...distances) : undefined;
}

function likeName(word: string, part: string): Kind | undefined {
  if (part.startsWith(word)) return 'beginning';
  if (word.length >= shortestInside && part.includes(word)) return 'inside';
  return almostBegins(part, word) || almostBegins(word, part) ? 'slip' : undefined;
}

/** A synonym is the beginning that the forms of a word share. */
function likeSynonym(word: string, stem: string): Kind | undefined {
  const ending = word.length - stem.length;
  if (word.startsWith(stem) && (stem.length > shortBeginning || ending <= longestEnding)) return 'synonym';
  if (stem.startsWith(word)) return 'synonym';
  return almostBegins(word, stem) || almostBegins(stem, word) ? 'slip' : undefined;
}

/** A text begins with a word in which one letter is wrong, missing, too many or swapped with the next. */
function almostBegins(text: string, word: string): boolean {
  if (word.length < shortestSlip || text.length < word.length - 1) return false;
  return [-1, 0, 1].some((more) => isOneOff(text.slice(0, word.length + more), word));
}

/** Two words are the same but for at most one letter. */
function isOneOff(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && long[start] === short[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(start + from);
  if (long.length > short.length) return rest(long, 1) === rest(short, 0);
  const swapped = long[start] === short[start + 1] && long[start + 1] === short[start];
  return rest(long, 1) === rest(short, 1) || (swapped && rest(long, 2) === rest(short, 2));
}

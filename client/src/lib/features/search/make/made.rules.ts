/** The longest text for which the API suggests anything. */
export const longestMade = 100;

/** What somebody said that they want to make. */
export interface Made {
  readonly text: string;
  /** Only the beginning of what they said is looked for. */
  readonly cut: boolean;
}

/** Control characters, halves of characters, and marks that turn the direction of what stands beside them, say nothing. */
const silent = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu;

/** What was said, as it can be looked for and shown; empty where nothing was. */
export function readMade(said: string): Made {
  const signs = [...said.replace(silent, ' ').trim().replace(/\s+/gu, ' ')];
  return { text: signs.slice(0, longestMade).join('').trim(), cut: signs.length > longestMade };
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const pairsOf = (word: string) => {
  const signs = [...` ${word} `];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
};

/** How alike two words are by the pairs of letters that they share, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size);
}

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words that share less than this are only alike by chance. */
const least = 0.34;

/** The things whose names look most like a text that nothing is called by, at most three, the likest first. */
export function nearest<Thing extends { readonly name: string }>(text: string, things: readonly Thing[]): Thing[] {
  const said = wordsOf(text).slice(0, 5);
  return things
    .map((thing) => {
      const named = wordsOf(thing.name);
      return { thing, alike: Math.max(0, ...said.flatMap((word) => named.map((name) => likeness(word, name)))) };
    })
    .filter(({ alike }) => alike >= least)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ thing }) => thing);
}

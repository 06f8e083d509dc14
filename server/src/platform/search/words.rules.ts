/** The most words of one search that count; each costs the database a look into several tables. */
export const mostWords = 5;

/** The longest word that is looked for, in characters; of a longer one the beginning counts. */
const longestWord = 40;

/** The longest search text that is read, in characters. */
export const longestSearch = 200;

/** The different words of a search text that count, in their order; punctuation only separates. */
export function searchWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return [...new Set(words.map((word) => word.toLowerCase().slice(0, longestWord)))].slice(0, mostWords);
}

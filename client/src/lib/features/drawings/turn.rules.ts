/** A small whole number that is always the same for an id, to vary what looks alike. */
export const turnOf = (id: string): number =>
  [...id].reduce((turn, sign) => (turn * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7);

/** The first letters of a name's first and last word, for the tile of a person or a firm. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase();
}

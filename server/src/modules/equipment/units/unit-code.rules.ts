/** Letters and digits that nobody takes for each other. */
export const codeLetters = '234789ACDEFGHJKMNPQRTVWXY';
export const codeLength = 6;

/** What people write for a letter that looks alike. */
const alike: Readonly<Record<string, string>> = { '0': 'Q', O: 'Q', '6': 'G', B: '8', Z: '2', U: 'V' };

/** A code as it stands on the label, from what somebody typed; undefined where it can be none. */
export function readCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const plain = typed
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const code = [...plain].map((letter) => alike[letter] ?? letter).join('');
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : undefined;
}

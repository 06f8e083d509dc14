import type { Locale } from './locale.ts';

type Value = string | number;
type Values = Readonly<Record<string, Value>>;
type Choices = Readonly<Record<string, string>>;

/** A message as `scripts/message-code.mjs` writes it: plain, or put together from its values. */
export type Message = string | ((values: Values, words: Words) => string);
export type Messages = Readonly<Record<string, Message>>;

/** How a language counts and chooses words. */
export interface Words {
  number(value: number): string;
  /** The form for exactly this number where there is one, else for its plural category. */
  plural(value: number, forms: Choices): string | undefined;
  select(value: Value, choices: Choices): string | undefined;
}

const known = new Map<Locale, Words>();

/** The words of a language; made once, as the rules of counting are costly to make. */
export function createWords(locale: Locale): Words {
  const found = known.get(locale);
  if (found) return found;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const words: Words = {
    // Small whole numbers are written alike everywhere, and are most there are.
    number: (value) => (value >= 0 && value < 1000 && Number.isInteger(value) ? String(value) : numbers.format(value)),
    plural: (value, forms) => forms[value] ?? forms[plurals.select(value)] ?? forms.other,
    select: (value, choices) => (Object.hasOwn(choices, value) ? choices[value] : choices.other),
  };
  known.set(locale, words);
  return words;
}

/** The text of a message. */
export function speak(message: Message, words: Words, values: Values = {}): string {
  return typeof message === 'string' ? message : message(values, words);
}

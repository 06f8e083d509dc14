import { type Locale, locales } from '../../../platform/i18n/locale.rules.ts';
import type { Message } from '../../../platform/i18n/translate.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';

/** What is said of a picture. */
export interface PictureWords {
  /** What it shows, by language. */
  readonly alt: Partial<Record<Locale, string>>;
  readonly credit: string;
  /** In percent from the left and from the top. */
  readonly focusX: number;
  readonly focusY: number;
  readonly showsPeople: boolean;
}

export const longestAlt = 300;
export const longestCredit = 200;

/** What cameras and programs call files, and what people write in their place: it tells nobody what is to be seen. */
const fileName =
  /^(?:.*\.(?:jpe?g|png|webp|avif|heic|gif|svg|tiff?|bmp|raw)|(?:img|dsc|dscn|dscf|pxl|mvimg|image|photo|picture|screenshot|nuotrauka|foto|paveikslas|paveikslėlis|ekrano kopija|untitled|be pavadinimo)?[\s_-]*[\d\s_.:()-]*(?:copy|kopija)?)$/iu;

/** Whether a description only repeats the name of a file. */
export const isFileName = (text: string): boolean => fileName.test(oneLine(text));

function altProblem(text: string): Message | undefined {
  return (
    lineProblem(text, { minimum: 3, maximum: longestAlt }) ??
    (isFileName(text) ? { key: 'pictures.altFileName' } : undefined)
  );
}

/** Everything that is wrong with what is said of a picture; a description in one language is needed. */
export function wordsProblems({ alt, credit, focusX, focusY }: PictureWords): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const given = locales.filter((locale) => alt[locale]?.trim());
  if (given.length === 0) problems.push({ field: `alt.${locales[0]}`, message: { key: 'pictures.altMissing' } });
  for (const locale of given) {
    const message = altProblem(alt[locale] ?? '');
    if (message) problems.push({ field: `alt.${locale}`, message });
  }
  const creditProblem = lineProblem(credit, { minimum: 0, maximum: longestCredit });
  if (creditProblem) problems.push({ field: 'credit', message: creditProblem });
  for (const [field, value] of [
    ['focusX', focusX],
    ['focusY', focusY],
  ] as const) {
    if (!Number.isInteger(value) || value < 0 || value > 100)
      problems.push({ field, message: { key: 'pictures.focus' } });
  }
  return problems;
}

/** The words as they are kept. */
export const tidyWords = (words: PictureWords): PictureWords => ({
  ...words,
  credit: oneLine(words.credit),
  alt: Object.fromEntries(
    locales.flatMap((locale) => {
      const text = oneLine(words.alt[locale] ?? '');
      return text === '' ? [] : [[locale, text]];
    }),
  ),
});

/** Interface languages, the default first. */
export const locales = ['lt', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'lt';

/** The best interface language for an Accept-Language header. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const choice of wanted) {
    const match = locales.find((locale) => locale === choice.language);
    if (match) return match;
  }
  return defaultLocale;
}

/** The text in the reader's language, else English, else any. */
export function pickTranslation(texts: Readonly<Record<string, string>>, locale: Locale): string | undefined {
  return texts[locale] ?? texts.en ?? Object.values(texts)[0];
}

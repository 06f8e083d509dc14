/** The languages of the network by their own names; a post is written in one of them. */
export const postLanguages = {
  lt: 'lietuvių',
  en: 'English',
  pt: 'português',
  it: 'italiano',
  es: 'español',
  hr: 'hrvatski',
  sk: 'slovenčina',
  sl: 'slovenščina',
  eu: 'euskara',
} as const;

export type PostLanguage = keyof typeof postLanguages;

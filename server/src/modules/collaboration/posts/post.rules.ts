/** Lengths in characters, and how many of a thing there may be. */
export const postLimits = {
  title: { minimum: 3, maximum: 160 },
  body: { minimum: 1, maximum: 20_000 },
  reply: { minimum: 1, maximum: 20_000 },
  quantity: { minimum: 0, maximum: 80 },
  place: { minimum: 0, maximum: 200 },
  /** Of slugs and keys. */
  name: 80,
  language: 16,
  equipmentTypes: 10,
  seats: { minimum: 1, maximum: 100_000 },
  eventDays: 31,
} as const;

/** The canonical form of a BCP 47 tag, such as `lt` or `pt-BR`; undefined where it is none or too long to keep. */
export function languageTag(value: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim());
    return tag !== undefined && tag.length <= postLimits.language ? tag : undefined;
  } catch {
    return undefined;
  }
}

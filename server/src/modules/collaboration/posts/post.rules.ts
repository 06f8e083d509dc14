export const postKinds = ['offer', 'request', 'event', 'discussion'] as const;
export type PostKind = (typeof postKinds)[number];

/** Who may read a post: anyone, signed-in people of the network, or the members of its home centre. */
export const postAudiences = ['public', 'network', 'members'] as const;
export type PostAudience = (typeof postAudiences)[number];

export const postStates = ['open', 'withdrawn'] as const;
export type PostState = (typeof postStates)[number];

/** What an offer gives or a request seeks. */
export const exchangeSubjects = ['equipment', 'space', 'skill', 'material', 'partner'] as const;
export type ExchangeSubject = (typeof exchangeSubjects)[number];

/** On which terms. */
export const exchangeTerms = ['gift', 'swap', 'paid', 'open'] as const;
export type ExchangeTerms = (typeof exchangeTerms)[number];

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

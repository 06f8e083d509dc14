import type { PostKind, postSubjects } from '#lib/features/posts/post-kinds.ts';

export const audiences = ['PUBLIC', 'NETWORK', 'MEMBERS'] as const;
export const exchangeTerms = ['GIFT', 'SWAP', 'PAID', 'OPEN'] as const;

export const textFields = [
  'title',
  'body',
  'home',
  'quantity',
  'validUntil',
  'place',
  'startsAt',
  'endsAt',
  'seats',
] as const;

/** What somebody typed and chose, as it stands in the form. */
export type Composed = Readonly<Record<(typeof textFields)[number], string>> & {
  readonly language: string;
  readonly audience: (typeof audiences)[number];
  readonly subject: (typeof postSubjects)[number];
  readonly terms: (typeof exchangeTerms)[number];
  readonly remote: boolean;
  readonly equipmentTypes: readonly string[];
};

/** Where a post lives, as the form's one choice writes it: `city:vilnius` or `centre:technarium`. */
export function homeOf(home: string): { readonly city: string | null; readonly centre: string | null } {
  const [kind, slug = ''] = home.split(':');
  return { city: kind === 'city' ? slug : null, centre: kind === 'centre' ? slug : null };
}

/** Zero is no number of seats, so the API says of any other text what a number of seats is. */
const seatsOf = (text: string) => (text.trim() === '' ? null : /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** The inputs of the four mutations; only the one of the kind is sent. */
export function inputsOf(composed: Composed, idempotencyKey: string) {
  const { title, body, language, audience, equipmentTypes } = composed;
  const common = { title, body, language, audience, equipmentTypes, ...homeOf(composed.home), idempotencyKey };
  return {
    exchange: {
      ...common,
      subject: composed.subject,
      terms: composed.terms,
      quantity: composed.quantity.trim() || null,
      validUntil: composed.validUntil || null,
    },
    event: {
      ...common,
      place: composed.place.trim() || null,
      remote: composed.remote,
      // Some browsers send the seconds as well.
      startsAt: composed.startsAt.slice(0, 16),
      endsAt: composed.endsAt.slice(0, 16),
      seats: seatsOf(composed.seats),
    },
    discussion: common,
  };
}

/** The name of the form's field that an error of the API belongs to. */
export const formField = (field: string): string => (field === 'city' || field === 'centre' ? 'home' : field);

/** Which fields a kind has beside those that all have. */
export const isExchange = (kind: PostKind): kind is 'OFFER' | 'REQUEST' => kind === 'OFFER' || kind === 'REQUEST';

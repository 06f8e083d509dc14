import { postLanguages } from '#lib/features/posts/post-languages.ts';
import type { Composed } from './compose.rules.ts';

type Writable = { -readonly [Key in keyof Composed]: Composed[Key] };

/** What is known of the author and the way to the form before anything is typed. */
export interface Beginning {
  /** The centre that the address names. */
  readonly centre: { readonly slug: string } | null;
  readonly author: {
    readonly memberships: readonly { readonly centre: { readonly slug: string } }[];
  };
}

/** An empty form: in the language of the page, at the centre of the address or the author's own. */
export function startOf({ centre, author }: Beginning, locale: string): Writable {
  const home = centre ?? author.memberships[0]?.centre;
  return {
    title: '',
    body: '',
    home: home ? `centre:${home.slug}` : '',
    language: locale in postLanguages ? locale : 'lt',
    audience: 'PUBLIC',
    subject: 'EQUIPMENT',
    terms: 'OPEN',
    quantity: '',
    validUntil: '',
    place: '',
    remote: false,
    startsAt: '',
    endsAt: '',
    seats: '',
    equipmentTypes: [],
  };
}

/** Whether anything was typed that somebody would miss. */
export const isWorthKeeping = ({ title, body, quantity, place }: Composed): boolean =>
  [title, body, quantity, place].some((text) => text.trim() !== '');

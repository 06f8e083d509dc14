import type { ResultOf } from '#lib/api/graphql.ts';
import type { Party } from '#lib/features/account/party.rules.ts';
import type { NewestPost } from '#lib/features/posts/newest-post.ts';
import type { PostKind } from '#lib/features/posts/post-kinds.ts';
import { type Composed, homeOf } from '../compose.rules.ts';

type Notice = ResultOf<typeof NewestPost>;

/** What the form knows of the places, types and people that it names. */
export interface Known {
  readonly person: { readonly name: string };
  readonly party: Party | undefined;
  readonly cities: readonly { readonly slug: string; readonly name: string }[];
  readonly centres: readonly {
    readonly slug: string;
    readonly name: string;
    readonly city: { readonly name: string };
  }[];
  readonly types: readonly Notice['equipmentTypes'][number][];
}

/** How long a list shows the beginning of a text, in characters. */
const shown = 220;

/** The beginning of Markdown as lists show it, near enough to see what one writes. */
export const beginningOf = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|#+|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shown);

/** A clock of the place as the page writes it, in no zone; empty while it is not chosen. */
const clock = (local: string): string => (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? `${local.slice(0, 16)}:00Z` : '');

/** What is being written as a row of the board. */
export function noticeOf(kind: PostKind, composed: Composed, known: Known, now: string): Notice {
  const { title, language, terms, validUntil, startsAt, endsAt } = composed;
  const home = homeOf(composed.home);
  const centre = known.centres.find(({ slug }) => slug === home.centre);
  const city = centre?.city.name ?? known.cities.find(({ slug }) => slug === home.city)?.name ?? '…';
  const { person, party } = known;
  const common = {
    id: '',
    title: title.trim() || '…',
    language,
    createdAt: now,
    replyCount: 0,
    repliers: [],
    city: { slug: '', name: city },
    centre: centre ? { slug: centre.slug, name: centre.name } : null,
    author: { person, actingFor: party ?? null },
    equipmentTypes: known.types.filter(({ key }) => composed.equipmentTypes.includes(key)),
  };
  const exchange = { ...common, terms, validUntil: validUntil || null };
  switch (kind) {
    case 'OFFER':
      return { ...exchange, __typename: 'Offer', kind };
    case 'REQUEST':
      return { ...exchange, __typename: 'Request', kind };
    case 'EVENT':
      return { ...common, __typename: 'Event', kind, startsAt: clock(startsAt), endsAt: clock(endsAt), zone: 'UTC' };
    case 'DISCUSSION':
      return { ...common, __typename: 'Discussion', kind };
  }
}

import { kindOf, type PostKind, type PostSubject, subjectOf } from '#lib/features/posts/post-kinds.ts';
import { type PostLanguage, postLanguages } from '#lib/features/posts/post-languages.ts';

/** What the address asks of the list. */
export interface AskedPosts {
  readonly kind: PostKind | undefined;
  readonly text: string;
  /** Slugs. */
  readonly city: string;
  readonly centre: string;
  /** Key of an equipment type. */
  readonly type: string;
  readonly language: PostLanguage | '';
  readonly subject: PostSubject | undefined;
  readonly mine: boolean;
  /** Also what is over. */
  readonly past: boolean;
}

/** Reads the address of the list; what it does not know is not asked. */
export function askedPosts(query: URLSearchParams): AskedPosts {
  const word = (name: string) => query.get(name)?.trim() ?? '';
  return {
    kind: kindOf(query.get('kind')),
    text: word('text'),
    city: word('city'),
    centre: word('centre'),
    type: word('type'),
    language: languageOf(word('language')),
    subject: subjectOf(query.get('subject')),
    mine: query.has('mine'),
    past: query.has('past'),
  };
}

const languageOf = (tag: string) => (tag in postLanguages ? (tag as PostLanguage) : '');

/** The API's filter, for another kind than the asked one where one is given. */
export function filterOf(asked: AskedPosts, kind: PostKind | undefined = asked.kind) {
  return {
    kinds: kind ? [kind] : null,
    text: asked.text || null,
    city: asked.city || null,
    centre: asked.centre || null,
    equipmentType: asked.type || null,
    languages: asked.language ? [asked.language] : null,
    subjects: asked.subject ? [asked.subject] : null,
    // One's own stay in one's list when they are over.
    current: asked.mine || asked.past ? null : true,
    mine: asked.mine || null,
  };
}

/** Whether anything but the kind is asked. */
export const isNarrowed = ({ text, city, centre, type, language, subject, mine }: AskedPosts): boolean =>
  [text, city, centre, type, language, subject].some(Boolean) || mine;

/** Events stand in the order of their days; with those that are over, in the order of posting as all others. */
export const isCalendar = ({ kind, past, mine }: AskedPosts): boolean => kind === 'EVENT' && !past && !mine;

/** The address's query with one part changed, at the start of the list; empty where nothing is asked. */
export function changed(query: Iterable<[string, string]>, name: string, value: string | undefined): string {
  const next = new URLSearchParams([...query].filter(([key, text]) => text !== '' || key === 'mine' || key === 'past'));
  next.delete('after');
  if (value) next.set(name, value);
  else next.delete(name);
  const text = next.toString();
  return text && `?${text}`;
}

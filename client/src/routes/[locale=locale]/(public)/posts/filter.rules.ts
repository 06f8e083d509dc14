import { kindOf, type PostKind } from '#lib/features/posts/post-kinds.ts';

/** What the address asks of the list. */
export interface AskedPosts {
  readonly kind: PostKind | undefined;
  readonly text: string;
  /** Slugs. */
  readonly city: string;
  readonly centre: string;
  /** Key of an equipment type. */
  readonly type: string;
  readonly mine: boolean;
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
    mine: query.has('mine'),
  };
}

/** The API's filter, for another kind than the asked one where one is given. */
export function filterOf(asked: AskedPosts, kind: PostKind | undefined = asked.kind) {
  return {
    kinds: kind ? [kind] : null,
    text: asked.text || null,
    city: asked.city || null,
    centre: asked.centre || null,
    equipmentType: asked.type || null,
    mine: asked.mine || null,
  };
}

/** Whether anything but the kind is asked. */
export const isNarrowed = ({ text, city, centre, type, mine }: AskedPosts): boolean =>
  [text, city, centre, type].some(Boolean) || mine;

/** The address's query with one part changed, at the start of the list; empty where nothing is asked. */
export function changed(query: Iterable<[string, string]>, name: string, value: string | undefined): string {
  const next = new URLSearchParams([...query].filter(([key, text]) => text !== '' || key === 'mine'));
  next.delete('after');
  if (value) next.set(name, value);
  else next.delete(name);
  const text = next.toString();
  return text && `?${text}`;
}

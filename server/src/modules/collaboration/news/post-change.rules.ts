import type { PostFilter } from '../search/post-filter.rules.ts';

export const postChangeKinds = ['published', 'edited', 'withdrawn', 'replied'] as const;
export type PostChangeKind = (typeof postChangeKinds)[number];

const kinds: Readonly<Record<string, PostChangeKind>> = {
  'post.published': 'published',
  'post.edited': 'edited',
  'post.withdrawn': 'withdrawn',
  'reply.added': 'replied',
};

/** What an event of the log changed about a post; undefined where it is about something else. */
export const postChangeKindOf = (eventType: string): PostChangeKind | undefined => kinds[eventType];

/**
 * The filter that a change must meet. Only a new post is looked at for its words: an older one may be in the
 * reader's list for words that it no longer has.
 */
export const filterFor = (kind: PostChangeKind, filter: PostFilter): PostFilter =>
  kind === 'published' ? filter : { ...filter, text: null };

import type { PostFilter } from '../search/post-filter.rules.ts';

export const postChangeKinds = ['published', 'edited', 'withdrawn', 'replied'] as const;
export type PostChangeKind = (typeof postChangeKinds)[number];

/**
 * The filter that a change must meet. Only a new post is looked at for its words: an older one may be in the
 * reader's list for words that it no longer has.
 */
export const filterFor = (kind: PostChangeKind, filter: PostFilter): PostFilter =>
  kind === 'published' ? filter : { ...filter, text: null };

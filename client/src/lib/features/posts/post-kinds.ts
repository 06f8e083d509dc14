import type { TagKind } from '#lib/ui/tag.svelte';

/** The kinds of posts in the order in which pages offer them. */
export const postKinds = ['OFFER', 'REQUEST', 'EVENT', 'DISCUSSION'] as const;
export type PostKind = (typeof postKinds)[number];

/** The colour of a kind; its name stands beside it. */
export const kindColours: Record<PostKind, TagKind> = {
  OFFER: 'free',
  REQUEST: 'mine',
  EVENT: 'waiting',
  DISCUSSION: 'closed',
};

/** How addresses write a kind: `offer`. */
export const wordOf = (kind: PostKind): string => kind.toLowerCase();

/** The kind that a word of an address means, where it is one. */
export const kindOf = (word: string | null | undefined): PostKind | undefined =>
  postKinds.find((kind) => wordOf(kind) === word);

/** What offers give and requests seek, in the order in which pages offer it. */
export const postSubjects = ['EQUIPMENT', 'SPACE', 'SKILL', 'MATERIAL', 'PARTNER'] as const;
export type PostSubject = (typeof postSubjects)[number];

/** The subject that a word of an address means, where it is one. */
export const subjectOf = (word: string | null | undefined): PostSubject | undefined =>
  postSubjects.find((subject) => subject.toLowerCase() === word);

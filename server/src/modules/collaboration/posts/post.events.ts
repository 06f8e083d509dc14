import type { Audience } from '../../../access/audience.policy.ts';
import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { PostAudience } from './post.enums.ts';

/** What the event log keeps of a post: ids and who may hear of it. */
export interface RecordedPost {
  readonly id: string;
  readonly audience: PostAudience;
  readonly cityId: string;
  readonly centreId: string | null;
  readonly authorId: string | null;
}

const subject = ({ id, cityId, centreId }: RecordedPost) => ({
  post: id,
  city: cityId,
  centre: centreId ?? undefined,
});

function audienceOf({ id, audience, centreId, authorId }: RecordedPost): Audience[] {
  if (audience !== 'members') return [audience];
  // Without its centre a post for members is its author's alone; without an author it is nobody's.
  return [centreId === null ? `person:${authorId ?? id}` : `centre:${centreId}`];
}

const shown = {
  subject,
  audience: audienceOf,
  topics: ({ id, centreId }: RecordedPost) => [
    ...['posts', `post:${id}`, 'activity'],
    ...(centreId === null ? [] : [`centre:${centreId}`]),
  ],
} satisfies EventSpecification<RecordedPost, object>;

const unconsumed = 'pages of posts and the activity show it, and nobody else is told yet';
export const postPublished = defineEvent('post.published', { ...shown, unconsumed });
export const postEdited = defineEvent('post.edited', { ...shown, unconsumed });
export const postWithdrawn = defineEvent('post.withdrawn', { ...shown, unconsumed });
export const replyAdded = defineEvent('reply.added', {
  ...shown,
  subject: ({ replyId, ...post }: RecordedPost & { readonly replyId: string }) => ({
    ...subject(post),
    reply: replyId,
  }),
});

export const postEvents = [postPublished, postEdited, postWithdrawn, replyAdded] as const;

import type { Context } from '../../../platform/context/context.ts';
import { announce, type EventAudience } from '../../../platform/events/announce.ts';
import type { PostAudience } from './post.rules.ts';

/** What the event log keeps of a post: ids and who may hear of it. */
export interface LoggedPost {
  readonly id: string;
  readonly audience: PostAudience;
  readonly cityId: string;
  readonly centreId: string | null;
  readonly authorId: string | null;
}

/** Notes for the event log that something happened to a post; `reply` is set where one was added. */
export function announcePost(
  tx: Context,
  type: 'post.published' | 'post.edited' | 'post.withdrawn' | 'reply.added',
  post: LoggedPost,
  reply?: string,
): void {
  const { id, cityId, centreId } = post;
  announce(tx, {
    type,
    topics: ['posts', `post:${id}`, 'activity', ...(centreId === null ? [] : [`centre:${centreId}`])],
    subject: {
      post: id,
      city: cityId,
      ...(reply !== undefined && { reply }),
      ...(centreId !== null && { centre: centreId }),
    },
    audience: hearers(post),
  });
}

function hearers({ id, audience, centreId, authorId }: LoggedPost): EventAudience {
  if (audience !== 'members') return audience;
  // Without its centre a post for members is its author's alone; without an author it is nobody's.
  return centreId === null ? `person:${authorId ?? id}` : `centre:${centreId}`;
}

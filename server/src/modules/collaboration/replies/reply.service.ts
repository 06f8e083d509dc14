import { type Context, confirmed } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { idempotent } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { lockPost } from '../changing/lock-post.ts';
import { Reply } from '../posts/post.entity.ts';
import { replyAdded } from '../posts/post.events.ts';
import { mayReply } from '../posts/post.policy.ts';
import { authorRelations } from '../publishing/author-relations.ts';
import { writeText } from '../text/written-text.ts';

export interface NewReply {
  readonly postId: string;
  readonly body: string;
  readonly idempotencyKey: string;
}

/**
 * Adds a reply to an open post and returns its id; an equal request with the same key returns the id of the
 * first. Needs a confirmed e-mail address. Throws NOT_FOUND, FORBIDDEN or BAD_INPUT.
 */
export async function reply(ctx: Context, { postId, body, idempotencyKey }: NewReply): Promise<string> {
  confirmed(ctx);
  return transact(ctx, async (tx) => {
    const request = { idempotencyKey, postId, body };
    const { id } = await idempotent(tx, 'reply', request, async (newId) => {
      const { post, guarded } = await lockPost(tx, postId, 'reply');
      if (!mayReply(tx.actor, guarded)) throw new DomainError('FORBIDDEN');
      const text = writeText(body);
      if (!('bodyHtml' in text)) throw badInput(text);
      const { excerpt: _, ...rendered } = text;
      tx.em.create(Reply, { id: newId, post, ...rendered, ...authorRelations(tx), createdAt: tx.now });
      record(tx, replyAdded({ ...guarded, replyId: newId }));
      return undefined;
    });
    return id;
  });
}

import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { Post } from '../posts/post.entity.ts';
import { mayRead } from '../posts/post.policy.ts';

/** A post under a lock, and what policies and the event log need of it. */
export interface LockedPost {
  readonly post: Post;
  readonly guarded: ReturnType<typeof guardedPost>;
}

/**
 * A post that the actor may read, unchanged by others until the transaction ends: `change` keeps out every
 * other writer, `reply` only those who change the post itself. Throws NOT_FOUND.
 */
export async function lockPost(tx: Context, postId: string, to: 'change' | 'reply'): Promise<LockedPost> {
  const lockMode = to === 'change' ? LockMode.PESSIMISTIC_WRITE : LockMode.PESSIMISTIC_READ;
  const post = isId(postId) ? await tx.em.findOne(Post, postId, { lockMode }) : null;
  const guarded = post && guardedPost(post);
  if (!post || !guarded || !mayRead(tx.actor, guarded)) throw notFound();
  return { post, guarded };
}

const guardedPost = (post: Post) => ({
  id: post.id,
  audience: post.audience,
  state: post.state,
  cityId: post.city.id,
  centreId: post.centre?.id ?? null,
  authorId: post.author?.id ?? null,
  organisationId: post.organisation?.id ?? null,
  actingCentreId: post.actingCentre?.id ?? null,
});

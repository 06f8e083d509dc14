import { type Context, confirmed, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { oneLine } from '../../../shared/text/text.rules.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { PostRevision } from '../posts/post.entity.ts';
import { postEdited, postWithdrawn } from '../posts/post.events.ts';
import { type GuardedPost, mayEdit, mayWithdraw } from '../posts/post.policy.ts';
import { isGiven, problem, titleProblems } from '../publishing/post-fields.rules.ts';
import { writeText } from '../text/written-text.ts';
import { lockPost } from './lock-post.ts';

export interface PostEdit {
  readonly postId: string;
  readonly title?: string | null;
  readonly body?: string | null;
  /** The version that was read. */
  readonly version: number;
}

/**
 * Changes title or text of a post and keeps what was there before. Throws NOT_FOUND, STALE_VERSION where
 * somebody changed it since it was read, FORBIDDEN, or BAD_INPUT with every problem.
 */
export async function editPost(ctx: Context, edit: PostEdit): Promise<void> {
  const { personId } = confirmed(ctx);
  const text = isGiven(edit.body) ? writeText(edit.body) : undefined;
  const problems = [...editProblems(edit), ...(text && !('bodyHtml' in text) ? text : [])];
  if (problems.length > 0) throw badInput(problems);
  await transact(ctx, async (tx) => {
    const { post, guarded } = await postToChange(tx, edit, mayEdit);
    const title = isGiven(edit.title) ? oneLine(edit.title) : post.title;
    const written = text && 'bodyHtml' in text && text.body !== post.body ? text : undefined;
    if (title === post.title && !written) return;
    const replaced = { post, title: post.title, body: post.body, replacedAt: tx.now };
    tx.em.create(PostRevision, { id: newId(), ...replaced, replacedBy: tx.em.getReference(Person, personId) });
    tx.em.assign(post, { title, ...written, editedAt: tx.now });
    record(tx, postEdited(guarded));
  });
}

/** Takes a post back. Throws NOT_FOUND, STALE_VERSION or FORBIDDEN. */
export async function withdrawPost(ctx: Context, input: { postId: string; version: number }): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const { post, guarded } = await postToChange(tx, input, mayWithdraw);
    post.state = 'withdrawn';
    post.withdrawnAt = tx.now;
    record(tx, postWithdrawn(guarded));
  });
}

function editProblems({ title, body }: PostEdit) {
  if (!isGiven(title) && !isGiven(body)) return [problem('title', 'posts.nothingToChange')];
  return isGiven(title) ? titleProblems(title) : [];
}

async function postToChange(
  tx: Context,
  { postId, version }: { postId: string; version: number },
  may: (actor: Context['actor'], post: GuardedPost) => boolean,
) {
  const locked = await lockPost(tx, postId, 'change');
  // Who looks at an old version has to look again before it is said what they may do.
  if (locked.post.version !== version) throw new DomainError('STALE_VERSION');
  if (!may(tx.actor, locked.guarded)) throw new DomainError('FORBIDDEN');
  return locked;
}

import { type Context, db } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { causeOf } from './cause.ts';
import { notify } from './notify.service.ts';

type Entry = LogEntry & { readonly subject: { readonly post: string; readonly reply: string } };

/** Tells of a reply whoever wrote the post, and everybody who replied before; never its author. */
export async function tellOfReply(tx: Context, entry: Entry): Promise<void> {
  const reply = await db(tx)
    .selectFrom('reply')
    .innerJoin('post', 'post.id', 'reply.post_id')
    .select(['reply.id', 'reply.author_id as authorId', 'reply.created_at as createdAt'])
    .select(['post.id as postId', 'post.author_id as postAuthorId', 'post.centre_id as centreId'])
    .where('reply.id', '=', entry.subject.reply)
    .executeTakeFirst();
  if (!reply) return;
  const about = { cause: causeOf(entry), object: { type: 'reply', id: reply.id }, centreId: reply.centreId } as const;
  const { postAuthorId } = reply;
  if (postAuthorId && postAuthorId !== reply.authorId) {
    await notify(tx, { ...about, personId: postAuthorId, kind: 'post_replied', reason: 'post_author' });
  }
  for (const personId of await earlierRepliers(tx, reply)) {
    if (personId === postAuthorId || personId === reply.authorId) continue;
    await notify(tx, { ...about, personId, kind: 'discussion_continued', reason: 'replier' });
  }
}

async function earlierRepliers(
  tx: Context,
  { postId, id, createdAt }: { readonly postId: string; readonly id: string; readonly createdAt: Date },
): Promise<string[]> {
  const rows = await db(tx)
    .selectFrom('reply')
    .select('author_id as authorId')
    .distinct()
    .where('post_id', '=', postId)
    .where('author_id', 'is not', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(createdAt, id)))
    .orderBy('author_id')
    .execute();
  return rows.flatMap(({ authorId }) => (authorId ? [authorId] : []));
}

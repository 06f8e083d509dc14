import { type Context, db } from '../../../platform/context/context.ts';
import { visiblePosts } from '../posts/post.sql.ts';
import { renderText, type WrittenText } from './written-text.ts';

/**
 * Texts of posts that the actor may read, by post. They are many times as long as all else of a post, so lists are
 * read without them.
 */
export async function readPostTexts(
  ctx: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<WrittenText, 'body' | 'bodyHtml'>>> {
  const rows = await db(ctx)
    .selectFrom('post')
    .select(['id', 'body', 'body_html as bodyHtml'])
    .where('id', 'in', postIds)
    .where(visiblePosts(ctx.actor))
    .execute();
  return new Map(rows.map(({ id, body, bodyHtml }) => [id, { body, bodyHtml: bodyHtml ?? renderText(body).bodyHtml }]));
}

import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { visiblePosts } from '../posts/post.sql.ts';

/** How many of those who replied are named. */
const mostNamed = 4;

interface Replier {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly actingCentreId: string | null;
}

/** Who replied to posts that the actor may read, by post, the latest first; neither their authors nor who is erased. */
export async function readRepliers(
  ctx: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Replier[]>> {
  const rows = await db(ctx)
    .selectFrom('post')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('reply')
          .select([
            'reply.author_id as personId',
            'reply.organisation_id as organisationId',
            'reply.acting_centre_id as actingCentreId',
            ({ fn }) => fn.max('reply.created_at').as('at'),
          ])
          .whereRef('reply.post_id', '=', 'post.id')
          .where(sql<boolean>`reply.author_id is distinct from post.author_id and reply.author_id is not null`)
          .groupBy(['reply.author_id', 'reply.organisation_id', 'reply.acting_centre_id'])
          .orderBy('at', 'desc')
          .orderBy('reply.author_id')
          .limit(mostNamed)
          .as('replier'),
      (join) => join.onTrue(),
    )
    .where('post.id', 'in', [...postIds])
    .where(visiblePosts(ctx.actor))
    .selectAll('replier')
    .select('post.id as postId')
    .orderBy('replier.at', 'desc')
    .execute();
  const replierOf = ({ personId, organisationId, actingCentreId }: (typeof rows)[number]): Replier => ({
    personId: personId ?? null,
    organisationId: organisationId ?? null,
    actingCentreId: actingCentreId ?? null,
  });
  const byPost = Map.groupBy(rows, ({ postId }) => postId);
  return new Map([...byPost].map(([post, repliers]) => [post, repliers.map(replierOf)]));
}

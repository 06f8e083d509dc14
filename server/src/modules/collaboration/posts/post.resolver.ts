import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { search, textSearch } from '../../../platform/graphql/complexity.ts';
import { pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { columnsOf, mostCounted, PostConnectionObject, postConnection } from '../search/post-connection.type.ts';
import { postsLike } from '../search/post-filter.sql.ts';
import { PostFilterInput } from '../search/post-filter.type.ts';
import type { PostOrder } from './post.enums.ts';
import { countPosts, findPost, listPosts } from './post.reader.ts';
import { inOrder } from './post.sql.ts';
import { PostInterface } from './post.type.ts';
import { PostOrderEnum } from './post-enums.type.ts';

@Resolver()
export class PostResolver {
  @Allow(everyone)
  @Query(() => PostConnectionObject, {
    complexity: search(({ filter }) => ({ own: textSearch(filter?.text) })),
    description: 'Posts that the asking person may read, the newest first unless `order` says otherwise.',
  })
  async posts(
    @Ctx() ctx: Context,
    @Arg('filter', () => PostFilterInput, { nullable: true, description: 'Which posts; all where left out.' })
    filter: PostFilterInput | null,
    @Arg('order', () => PostOrderEnum, { nullable: true, description: 'In which order; `NEWEST` where left out.' })
    order: PostOrder | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<PostConnectionObject> {
    const by = order ?? 'newest';
    const wanted = { order: by, ...pageRequest(first ?? 20, after, columnsOf(by)) } as const;
    const condition = inOrder(wanted.order, postsLike(ctx, filter ?? {}));
    const page = await listPosts(ctx, { condition, ...wanted });
    const count = () => countPosts(ctx, condition, filter?.text ? mostCounted : undefined);
    return postConnection(page, wanted.after, count, wanted.order);
  }

  @Allow(everyone)
  @Query(() => PostInterface, { description: 'One post; NOT_FOUND where the asking person may not read it.' })
  post(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the post.' }) id: string,
  ): Promise<PostInterface> {
    return findPost(ctx, id);
  }
}

import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type SubscriptionDefinition,
  type UpdateOrControl,
  updateOf,
} from '../../../platform/realtime/subscriptions/subscription.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { readPosts } from '../posts/post.reader.ts';
import type { PostFilter } from '../search/post-filter.rules.ts';
import { postsLike } from '../search/post-filter.sql.ts';
import { PostFilterInput } from '../search/post-filter.type.ts';
import { postChangeKindOf, readMayFollow, readPostChange } from './post-change.reader.ts';
import { PostChangeObject, PostUpdateUnion } from './post-change.type.ts';

interface Arguments {
  readonly filter?: PostFilter | null;
  readonly postId?: string | null;
  readonly after?: string | null;
}

async function followPosts(ctx: Context, { filter, postId, after }: Arguments) {
  // Refuses here, rather than with the first event, a filter that cannot be used.
  postsLike(ctx, filter ?? {});
  const definition: SubscriptionDefinition<PostChangeObject> = {
    topics: ['posts'],
    after,
    matches: (entry) => postChangeKindOf(entry) !== undefined,
    resolve: async (now, entry, cursor) => {
      const change = await readPostChange(now, entry, filter ?? {});
      return change && Object.assign(new PostChangeObject(), change, { cursor });
    },
  };
  if (postId === undefined || postId === null) return follow(ctx, definition);
  if (!isId(postId) || !(await load(ctx, readPosts, postId))) throw notFound();
  return follow(ctx, { ...definition, topics: [`post:${postId}`], authorise: (now) => readMayFollow(now, postId) });
}

@Resolver()
export class PostChangesResolver {
  @Allow(everyone)
  @Subscription(() => PostUpdateUnion, {
    description: 'What becomes of posts that the asking actor may read.',
    subscribe: ({ args, context }) => followPosts(context, args),
  })
  postChanges(
    @Root() root: EventRoot<UpdateOrControl<PostChangeObject>>,
    @Arg('filter', () => PostFilterInput, { nullable: true, description: 'Which posts; all where left out.' })
    _filter: PostFilterInput | null,
    @Arg('postId', () => ID, { nullable: true, description: 'Only this post and its replies.' })
    _postId: string | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<PostChangeObject> {
    return updateOf(root);
  }
}

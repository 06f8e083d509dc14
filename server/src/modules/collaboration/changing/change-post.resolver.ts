import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers, members } from '../../../platform/graphql/policy.ts';
import { findPost } from '../posts/post.reader.ts';
import { PostInterface } from '../posts/post.type.ts';
import { editPost, withdrawPost } from './change-post.service.ts';
import { EditPostInput, WithdrawPostInput } from './change-post.type.ts';

@Resolver()
export class ChangePostResolver {
  @Allow(confirmedMembers)
  @Mutation(() => PostInterface, { description: 'Changes title or text of a post; what was there before is kept.' })
  async editPost(
    @Ctx() ctx: Context,
    @Arg('input', () => EditPostInput, { description: 'Which post, and what is new.' }) input: EditPostInput,
  ): Promise<PostInterface> {
    await editPost(ctx, input);
    return findPost(ctx, input.postId);
  }

  @Allow(members)
  @Mutation(() => PostInterface, { description: 'Takes a post back; it leaves every list.' })
  async withdrawPost(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawPostInput, { description: 'Which post.' }) input: WithdrawPostInput,
  ): Promise<PostInterface> {
    await withdrawPost(ctx, input);
    return findPost(ctx, input.postId);
  }
}

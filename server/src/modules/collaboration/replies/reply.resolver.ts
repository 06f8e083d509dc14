import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { asPeopleWrite, Limit } from '../../../platform/graphql/limit.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { AuthorObject } from '../../people/acting-for/author.type.ts';
import { ReplyInput } from '../changing/change-post.type.ts';
import { findPost } from '../posts/post.reader.ts';
import { PostInterface } from '../posts/post.type.ts';
import { findReply } from './reply.reader.ts';
import { reply } from './reply.service.ts';
import { ReplyType } from './reply.type.ts';

@Resolver(() => ReplyType)
export class ReplyResolver {
  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => ReplyType, { description: 'Replies to an open post.' })
  async reply(
    @Ctx() ctx: Context,
    @Arg('input', () => ReplyInput, { description: 'To which post, and what.' }) input: ReplyInput,
  ): Promise<ReplyType> {
    return findReply(ctx, await reply(ctx, input));
  }

  @FieldResolver(() => PostInterface, { description: 'The post it answers.' })
  post(@Ctx() ctx: Context, @Root() { postId }: ReplyType): Promise<PostInterface> {
    return findPost(ctx, postId);
  }

  @FieldResolver(() => AuthorObject, { description: 'Who wrote it, and for whom.' })
  author(@Root() { authorId, organisationId, actingCentreId }: ReplyType): AuthorObject {
    return { personId: authorId, organisationId, actingCentreId };
  }
}

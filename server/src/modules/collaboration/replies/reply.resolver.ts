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
import { ReplyObject } from './reply.type.ts';

@Resolver(() => ReplyObject)
export class ReplyResolver {
  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => ReplyObject, { description: 'Replies to an open post.' })
  async reply(
    @Ctx() ctx: Context,
    @Arg('input', () => ReplyInput, { description: 'To which post, and what.' }) input: ReplyInput,
  ): Promise<ReplyObject> {
    return findReply(ctx, await reply(ctx, input));
  }

  @FieldResolver(() => PostInterface, { description: 'The post it answers.' })
  post(@Ctx() ctx: Context, @Root() { postId }: ReplyObject): Promise<PostInterface> {
    return findPost(ctx, postId);
  }

  @FieldResolver(() => AuthorObject, { description: 'Who wrote it, and for whom.' })
  author(@Root() { authorId, organisationId, actingCentreId }: ReplyObject): AuthorObject {
    return { personId: authorId, organisationId, actingCentreId };
  }
}

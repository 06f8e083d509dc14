import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Reply } from '../posts/post.entity.ts';

@Allow(asParent)
@ObjectType('Reply', { description: 'An answer to a post.', simpleResolvers: true })
export class ReplyObject implements Pick<EntityDTO<Reply>, 'id' | 'body' | 'createdAt'> {
  @Field(() => ID, { description: 'The id of the reply.' })
  id: string;

  @Field(() => String, { description: 'Its text as it was written, in Markdown.' })
  body: string;

  @Field(() => String, { description: 'Its text as HTML that is safe to put into a page.' })
  bodyHtml: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was written.' })
  createdAt: Date;

  /** The fields `post` and `author` read them. */
  postId: string;
  authorId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
}

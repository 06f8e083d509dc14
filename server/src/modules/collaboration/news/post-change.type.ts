import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../../platform/realtime/subscriptions/control.type.ts';
import { PostInterface } from '../posts/post.type.ts';
import { ReplyObject } from '../replies/reply.type.ts';
import type { PostChangeKind } from './post-change.rules.ts';

export const PostChangeKindEnum = enumOf<PostChangeKind>('PostChangeKind', 'What became of a post.', {
  published: 'It is new.',
  edited: 'Its title or text changed.',
  withdrawn: 'It was taken back.',
  replied: 'Somebody replied to it.',
});

@Allow(asParent)
@ObjectType('PostChange', { description: 'A post changed that the asking actor may read.' })
export class PostChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => PostChangeKindEnum, { description: 'What became of the post.' })
  kind: PostChangeKind;

  @Field(() => PostInterface, {
    description:
      'The post as it is now. One that was withdrawn and that the asking actor may no longer read comes without ' +
      'its words and its author, to be taken off the page.',
  })
  post: PostInterface;

  @Field(() => ReplyObject, { nullable: true, description: 'The reply that was added, where one was.' })
  reply: ReplyObject | null;
}

export const PostUpdateUnion = createUnionType({
  name: 'PostUpdate',
  description: 'What a subscription to posts tells.',
  types: () => [PostChangeObject, ReplayGapObject, AccessRevokedObject] as const,
});

import { Field, ID, InputType, Int } from 'type-graphql';
import type { NewReply } from '../replies/reply.service.ts';
import type { PostEdit } from './change-post.service.ts';

@InputType('ReplyInput', { description: 'An answer to a post.' })
export class ReplyInput implements NewReply {
  @Field(() => ID, { description: 'The id of the post.' })
  postId: string;

  @Field(() => String, { description: 'Markdown, 1 to 20,000 characters.' })
  body: string;

  @Field(() => String, {
    description: '1 to 80 characters of your choice; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

@InputType('EditPostInput', { description: 'A new title, a new text or both.' })
export class EditPostInput implements PostEdit {
  @Field(() => ID, { description: 'The id of the post.' })
  postId: string;

  @Field(() => String, { nullable: true, description: '3 to 160 characters; as it was where left out.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, 1 to 20,000 characters; as it was where left out.' })
  body?: string | null;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it changed since.' })
  version: number;
}

@InputType('WithdrawPostInput', { description: 'Which post to take back.' })
export class WithdrawPostInput {
  @Field(() => ID, { description: 'The id of the post.' })
  postId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it changed since.' })
  version: number;
}

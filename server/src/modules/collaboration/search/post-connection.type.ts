import { Field, ObjectType } from 'type-graphql';
import type { Keyset, PageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { connect, connectionOf } from '../../../platform/graphql/connection.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { PostOrder } from '../posts/post.enums.ts';
import type { PostPage } from '../posts/post.reader.ts';
import { PostInterface } from '../posts/post.type.ts';
import type { ReplyRow } from '../replies/reply.reader.ts';
import { ReplyObject } from '../replies/reply.type.ts';

@Allow(asParent)
@ObjectType('PostConnection', { description: 'One page of a list of posts.', simpleResolvers: true })
export class PostConnectionObject extends connectionOf('Post', () => PostInterface) {
  @Field(() => CursorScalar, { description: 'Subscribe to `postChanges` after it to miss nothing.' })
  cursor: string;
}

/** A word that stands in every post would be counted for minutes in a large network. */
export const mostCounted = 10_000;

@Allow(asParent)
@ObjectType('ReplyConnection', {
  description: 'One page of the replies to a post, the oldest first.',
  simpleResolvers: true,
})
export class ReplyConnectionObject extends connectionOf('Reply', () => ReplyObject) {}

/** What the cursors of posts and replies hold: when, and the id. */
export const timeOrder = ['instant', 'id'] as const;
/** What the cursors of events by their day hold; the word tells them from those of another order. */
const dayOrder = ['starts', 'instant', 'id'] as const;

/** What the cursors of posts hold. */
export const columnsOf = (order: PostOrder) => (order === 'soonest' ? dayOrder : timeOrder);

const createdAt = (row: { createdKey: string; id: string }): Keyset => [row.createdKey, row.id];
const startsAt = (row: { startsKey: string | null; id: string }): Keyset => ['starts', row.startsKey, row.id];

export const postConnection = (
  page: PostPage,
  after: Keyset | undefined,
  count: () => Promise<number>,
  order: PostOrder = 'newest',
): PostConnectionObject =>
  Object.assign(
    connect(page, after, order === 'soonest' ? startsAt : createdAt, (row): PostInterface => row, count),
    { cursor: page.cursor },
  );

export const replyConnection = (
  page: PageOf<ReplyRow>,
  after: Keyset | undefined,
  count: () => Promise<number>,
): ReplyConnectionObject => connect(page, after, createdAt, (row): ReplyObject => row, count);

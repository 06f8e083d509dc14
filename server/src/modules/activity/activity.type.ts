import { createUnionType, Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../platform/events/cursor.scalar.ts';
import { enumOf } from '../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../platform/realtime/subscriptions/control.type.ts';
import type { ActivityKind } from './activity.enums.ts';

export const ActivityKindEnum = enumOf<ActivityKind>('ActivityKind', 'What happened.', {
  booking_made: 'Equipment was booked.',
  booking_moved: 'A booking got another time or unit.',
  booking_cancelled: 'A booking was cancelled; its time is free again.',
  post_published: 'Somebody published a post.',
  post_edited: 'A post was changed.',
  post_withdrawn: 'A post was taken back.',
  reply_added: 'Somebody replied to a post.',
});

@Allow(asParent)
@ObjectType('Activity', {
  description:
    'Something happened that the asking actor may know of. For a booking it tells which equipment, never whose.',
})
export class ActivityObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => ActivityKindEnum, { description: 'What happened.' })
  kind: ActivityKind;

  @Field(() => GraphQLISODateTime, { description: 'When it happened.' })
  at: Date;

  /** The fields `centre`, `equipment` and `post` read them. */
  centreId: string | undefined;
  equipmentId: string | undefined;
  postId: string | undefined;
}

export const ActivityUpdateUnion = createUnionType({
  name: 'ActivityUpdate',
  description: 'What a subscription to activity tells.',
  types: () => [ActivityObject, ReplayGapObject, AccessRevokedObject] as const,
});

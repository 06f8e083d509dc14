import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../../platform/realtime/subscriptions/control.type.ts';
import { BookingObject } from '../bookings/booking.type.ts';

@Allow(asParent)
@ObjectType('BookingChange', { description: 'A booking was made, moved, answered or cancelled.' })
export class BookingChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => BookingObject, { description: 'The booking as it is now.' })
  booking: BookingObject;
}

export const BookingUpdateUnion = createUnionType({
  name: 'BookingUpdate',
  description: 'What a subscription to bookings tells.',
  types: () => [BookingChangeObject, ReplayGapObject, AccessRevokedObject] as const,
});

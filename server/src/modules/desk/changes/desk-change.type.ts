import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../../platform/realtime/subscriptions/control.type.ts';
import { BookingObject } from '../../booking/bookings/booking.type.ts';
import { JoinRequestObject } from '../../people/join-requests/join-request.type.ts';

@Allow(asParent)
@ObjectType('DeskChange', { description: 'Something at a desk changed.' })
export class DeskChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => BookingObject, { nullable: true, description: 'The booking that changed, as it is now.' })
  booking: BookingObject | null;

  @Field(() => JoinRequestObject, {
    nullable: true,
    description: 'The request for membership that came, was answered or was withdrawn, as it is now.',
  })
  joinRequest: JoinRequestObject | null;
}

export const DeskUpdateUnion = createUnionType({
  name: 'DeskUpdate',
  description: 'What a subscription to a desk tells.',
  types: () => [DeskChangeObject, ReplayGapObject, AccessRevokedObject] as const,
});

import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../../platform/realtime/subscriptions/control.type.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';

@Allow(asParent)
@ObjectType('MembershipChange', {
  description: 'How the person stands towards a centre changed: see `viewerMembership` and `viewerJoinRequest` of it.',
})
export class MembershipChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => CentreObject, { description: 'The centre, as it stands towards the person now.' })
  centre: CentreObject;
}

export const MembershipUpdateUnion = createUnionType({
  name: 'MembershipUpdate',
  description: 'What a subscription to one’s own memberships tells.',
  types: () => [MembershipChangeObject, ReplayGapObject, AccessRevokedObject] as const,
});

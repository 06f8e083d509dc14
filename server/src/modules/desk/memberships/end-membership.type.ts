import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { MembershipObject } from '../../people/memberships/membership.type.ts';
import type { ComingBooking } from './coming-bookings.reader.ts';

@Allow(asParent)
@ObjectType('MembershipImpact', {
  description: 'What ending a membership touches. The bookings stand; each can be cancelled.',
  simpleResolvers: true,
})
export class MembershipImpactObject {
  @Field(() => MembershipObject, { description: 'The membership.' })
  membership: MembershipObject;

  @Field(() => Int, { description: 'How many coming bookings the person has at the centre.' })
  count: number;

  @Field(() => String, { description: 'Of all these bookings as they are now; send it back when ending.' })
  fingerprint: string;

  /** The field `bookings` reads them. */
  coming: readonly ComingBooking[];
}

@Allow(asParent)
@ObjectType('MembershipEnded', {
  description: 'The membership has ended; bookings of it stand.',
  simpleResolvers: true,
})
export class MembershipEndedObject {
  @Field(() => MembershipObject, { description: 'The membership as it is now.' })
  membership: MembershipObject;

  @Field(() => MembershipImpactObject, { description: 'What is booked nevertheless.' })
  standing: MembershipImpactObject;
}

@Allow(asParent)
@ObjectType('MembershipNotEnded', {
  description: 'Nothing was ended: other bookings are coming than those that were shown.',
  simpleResolvers: true,
})
export class MembershipNotEndedObject {
  @Field(() => MembershipImpactObject, { description: 'What ending it would touch now.' })
  impact: MembershipImpactObject;
}

export const EndMembershipResult = createUnionType({
  name: 'EndMembershipResult',
  description: 'The ended membership, or what to look at first.',
  types: () => [MembershipEndedObject, MembershipNotEndedObject] as const,
  resolveType: (value) => ('standing' in value ? MembershipEndedObject : MembershipNotEndedObject),
});

@Allow(asParent)
@ObjectType('MembershipAbilities', {
  description: 'What the asking person may do with a membership.',
  simpleResolvers: true,
})
export class MembershipAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether they may end it, as staff or manager of the centre.' })
  end: boolean;

  /** The membership, where it has not ended: further abilities are about it. */
  membership: MembershipObject | null;
}

@InputType({ description: 'Which membership to end, and why.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId: string;

  @Field(() => String, { description: 'Why, for the person to read; 1 to 400 characters.' })
  reason: string;

  @Field(() => String, { description: 'Of the coming bookings that were shown: see `membershipImpact`.' })
  fingerprint: string;
}

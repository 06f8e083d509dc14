import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { JoinRequest } from './join-request.entity.ts';
import type { JoinRequestState } from './join-request.enums.ts';

export const JoinRequestStateEnum = enumOf<JoinRequestState>('JoinRequestState', 'What became of a request.', {
  sent: 'It waits for an answer.',
  accepted: 'The person became a member.',
  declined: 'The staff said no, with a reason.',
  withdrawn: 'The person took it back.',
});

@Allow(asParent)
@ObjectType('JoinRequestAbilities', {
  description: 'What the asking person may do with a request for membership.',
  simpleResolvers: true,
})
export class JoinRequestAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether they may accept or decline it.' })
  decide: boolean;

  @Field(() => Boolean, { description: 'Whether they may withdraw it.' })
  withdraw: boolean;
}

@Allow(asParent)
@ObjectType('JoinWish', { description: 'What somebody would book as a member.', simpleResolvers: true })
export class JoinWishObject {
  @Field(() => GraphQLISODateTime, { description: 'When they would begin.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When they would end.' })
  endsAt: Date;

  /** The field `equipment` of a later module reads it. */
  equipmentId: string;
}

/** Its parents show it to whoever made it and to the staff of the centre. */
@Allow(asParent)
@ObjectType('JoinRequest', {
  description: 'Somebody asks a centre for membership; seen by that person and by the staff of the centre.',
  simpleResolvers: true,
})
export class JoinRequestObject
  implements Pick<EntityDTO<JoinRequest>, 'id' | 'message' | 'state' | 'reason' | 'createdAt' | 'decidedAt' | 'version'>
{
  @Field(() => ID, { description: 'This request.' })
  id: string;

  @Field(() => String, { description: 'What the person tells the staff; may be empty.' })
  message: string;

  @Field(() => JoinRequestStateEnum, { description: 'What became of it.' })
  state: JoinRequestState;

  @Field(() => String, { nullable: true, description: 'Why it was declined; null where it was not.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was answered or withdrawn; null while it waits.',
  })
  decidedAt: Date | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  version: number;

  /** Fields of resolvers read them. */
  personId: string;
  centreId: string;
  decidedById: string | null;
  wishEquipmentId: string | null;
  wishStartsAt: Date | null;
  wishEndsAt: Date | null;
}

@Allow(asParent)
@ObjectType('JoinRequestConnection', { description: 'A page of requests for membership.', simpleResolvers: true })
export class JoinRequestConnectionObject extends connectionOf('JoinRequest', () => JoinRequestObject) {}

@InputType({ description: 'Which request.' })
export class JoinRequestInput {
  @Field(() => ID, { description: 'The request.' })
  joinRequestId: string;
}

@InputType({ description: 'Which request to decline, and why.' })
export class DeclineJoinRequestInput extends JoinRequestInput {
  @Field(() => String, { description: 'Why, for the person to read; 1 to 400 characters.' })
  reason: string;
}

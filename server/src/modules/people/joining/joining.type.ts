import { createUnionType, Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { JoinRequestObject } from '../join-requests/join-request.type.ts';
import type { JoinObstacle } from './join.rules.ts';

export const JoinObstacleEnum = enumOf<JoinObstacle>('JoinObstacle', 'What stands in the way of becoming a member.', {
  member: 'One is a member, or will be.',
  asked: 'A request waits for an answer.',
  elsewhere: 'The centre takes no members here.',
  signed_in: 'Only signed-in people may ask.',
  email_verified: 'The e-mail address is not confirmed.',
  declined: 'The staff declined a request not long ago; `askAgainAt` says when one may ask again.',
});

@Allow(asParent)
@ObjectType('JoinRefusal', { description: 'Why somebody cannot become a member now.', simpleResolvers: true })
export class JoinRefusalObject {
  @Field(() => JoinObstacleEnum, { description: 'What stands in the way.' })
  obstacle: JoinObstacle;

  @Field(() => String, { description: 'The same in the reader’s language.' })
  message: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when one may ask again; null where time alone changes nothing.',
  })
  askAgainAt: Date | null;
}

@Allow(asParent)
@ObjectType('MembershipAsked', {
  description: 'The request was sent, or accepted at once where the centre is open: see its state.',
  simpleResolvers: true,
})
export class MembershipAskedObject {
  @Field(() => JoinRequestObject, { description: 'The request as it is now.' })
  joinRequest: JoinRequestObject;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

export const AskForMembershipResult = createUnionType({
  name: 'AskForMembershipResult',
  description: 'A request for membership, or what stands in the way of one.',
  types: () => [MembershipAskedObject, JoinRefusalObject] as const,
  resolveType: (value) => ('joinRequest' in value ? MembershipAskedObject : JoinRefusalObject),
});

@InputType({ description: 'What somebody would book as a member, for the staff to know and to come back to.' })
export class JoinWishInput {
  @Field(() => ID, { description: 'Equipment of the centre.' })
  equipmentId: string;

  @Field(() => GraphQLISODateTime, { description: 'When they would begin.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When they would end.' })
  endsAt: Date;
}

@InputType({ description: 'Which centre to ask for membership.' })
export class AskForMembershipInput {
  @Field(() => ID, { description: 'The centre.' })
  centreId: string;

  @Field(() => String, { nullable: true, description: 'What the staff should know; up to 1000 characters.' })
  message?: string | null;

  @Field(() => JoinWishInput, { nullable: true, description: 'What the person would book as a member.' })
  wish?: JoinWishInput | null;

  @Field(() => String, {
    description: '1 to 80 characters chosen by the client; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

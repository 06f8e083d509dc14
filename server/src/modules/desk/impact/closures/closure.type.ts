import { createUnionType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { rows } from '../../../../platform/graphql/complexity.ts';
import { enumOf } from '../../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../../platform/graphql/policy.ts';
import type { ClosureKind } from '../../../booking/closures/closure.enums.ts';
import { OpeningMessageObject } from '../../opening-hours/plan/opening-plan.type.ts';
import { OpeningMessageInput } from '../../opening-hours/plan/opening-plan-input.type.ts';
import { ImpactDecisionsInput, ImpactUnseenObject } from '../impact.type.ts';

export const ClosureKindEnum = enumOf<ClosureKind>('ClosureKind', 'Why time is taken away.', {
  closure: 'It is closed, or out of reach.',
  maintenance: 'It is being looked after.',
  training: 'People learn to use it.',
  out_of_order: 'It does not work.',
});

@Allow(asParent)
@ObjectType('Closure', {
  description: 'A stretch in which a centre, an equipment or a unit is not given out, but for bookings that were kept.',
  simpleResolvers: true,
})
export class ClosureObject {
  @Field(() => ID, { description: 'The id of the closure.' })
  id: string;

  @Field(() => ClosureKindEnum, { description: 'Why.' })
  kind: ClosureKind;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  endsAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its time was given back before its end.' })
  liftedAt: Date | null;

  @Field(() => [OpeningMessageObject], { complexity: rows(3), description: 'What people are told, by language.' })
  texts: OpeningMessageObject[];

  @Field(() => Int, { description: 'How many had to give way and could have their time again.' })
  givenWay: number;

  @Field(() => Int, { description: 'Grows with every change; send it back when lifting.' })
  version: number;

  equipmentId: string | null;
  unitId: string | null;
}

@InputType({ description: 'What to close, when and why: a centre, an equipment or a unit.' })
export class ClosureInput {
  @Field(() => ID, { nullable: true, description: 'The centre; else an equipment or a unit.' })
  centreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The equipment; else a centre or a unit.' })
  equipmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit; else a centre or an equipment.' })
  unitId?: string | null;

  @Field(() => ClosureKindEnum, { description: 'Why; a whole centre can only be closed.' })
  kind: ClosureKind;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it begins; now where left out or past.' })
  startsAt?: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it ends, at most 366 days later.' })
  endsAt: Date;

  @Field(() => [OpeningMessageInput], { description: 'What people are told; may be empty.' })
  messages: OpeningMessageInput[];
}

@InputType({ description: 'What to close, and what becomes of the bookings there.' })
export class CloseTimeInput extends ClosureInput {
  @Field(() => ImpactDecisionsInput, {
    nullable: true,
    description: 'What becomes of the bookings; may be left out where none are affected.',
  })
  decisions?: ImpactDecisionsInput | null;

  @Field(() => String, {
    description: '1 to 80 characters chosen by the client; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'Which closure to end early.' })
export class LiftClosureInput {
  @Field(() => ID, { description: 'The closure.' })
  closureId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION if it changed since.' })
  version: number;

  @Field(() => Boolean, { description: 'Whether those who gave way are offered their time first, for 48 hours.' })
  offerBack: boolean;
}

@Allow(asParent)
@ObjectType('TimeClosed', { description: 'The time is closed.', simpleResolvers: true })
export class TimeClosedObject {
  @Field(() => ClosureObject, { description: 'The closure.' })
  closure: ClosureObject;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

export const CloseTimeResult = createUnionType({
  name: 'CloseTimeResult',
  description: 'The closure, or whom to look at first.',
  types: () => [TimeClosedObject, ImpactUnseenObject] as const,
  resolveType: (value) => ('closure' in value ? TimeClosedObject : ImpactUnseenObject),
});

@Allow(asParent)
@ObjectType('ClosureLifted', { description: 'The time is given back.', simpleResolvers: true })
export class ClosureLiftedObject {
  @Field(() => ClosureObject, { description: 'The closure as it is now.' })
  closure: ClosureObject;

  @Field(() => Int, { description: 'To how many who had given way their time is offered.' })
  offered: number;
}

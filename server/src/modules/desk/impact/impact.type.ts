import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { ImpactAction } from './impact.enums.ts';
import type { AffectedBooking, Impact } from './impact.reader.ts';

export const ImpactActionEnum = enumOf<ImpactAction>('ImpactAction', 'What becomes of a booking that loses its time.', {
  keep: 'It stands nevertheless, for a reason that is kept with it.',
  move: 'It is moved to another time or unit of the centre.',
  offer: 'It ends, and another time is kept 48 hours for its holder to choose.',
  cancel: 'It ends; one that has begun ends early.',
});

@Allow(asParent)
@ObjectType('AffectedBooking', { description: 'A standing booking that would lose its time.', simpleResolvers: true })
export class AffectedBookingObject {
  @Field(() => [ImpactActionEnum], { description: 'What may be decided about it.' })
  actions: readonly ImpactAction[];

  booked: AffectedBooking;
  impact: Impact;
}

@Allow(asParent)
@ObjectType('AffectedBookingConnection', { description: 'One page of affected bookings.', simpleResolvers: true })
export class AffectedBookingConnectionObject extends connectionOf('AffectedBooking', () => AffectedBookingObject) {}

@Allow(asParent)
@ObjectType('Impact', {
  description: 'Whose bookings would lose their time: those that may have it now and may not then.',
  simpleResolvers: true,
})
export class ImpactObject {
  @Field(() => Int, { description: 'How many bookings are affected.' })
  count: number;

  @Field(() => String, { description: 'Of all affected bookings as they are now; send it back when deciding.' })
  fingerprint: string;

  /** The field `bookings` reads it. */
  impact: Impact;
}

@Allow(asParent)
@ObjectType('ImpactUnseen', {
  description: 'Nothing was saved: other bookings are affected than those that were shown.',
  simpleResolvers: true,
})
export class ImpactUnseenObject {
  @Field(() => ImpactObject, { description: 'Whom it would touch now.' })
  impact: ImpactObject;
}

@InputType({ description: 'A time of a unit.' })
export class ImpactTargetInput {
  @Field(() => ID, { description: 'The unit; of another centre only where it is offered.' })
  unitId: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  endsAt: Date;
}

@InputType({ description: 'What becomes of one affected booking.' })
export class ImpactAnswerInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId: string;

  @Field(() => ImpactActionEnum, { description: 'What becomes of it; BAD_INPUT where it is none of its actions.' })
  action: ImpactAction;

  @Field(() => ImpactTargetInput, {
    nullable: true,
    description: 'Where it is moved to, or what is offered; the nearest free time where left out.',
  })
  to?: ImpactTargetInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for its holder to read, up to 400 characters; the message to all where left out.',
  })
  reason?: string | null;
}

@InputType({
  description: 'What becomes of all bookings that lose their time. Nothing is saved for others than were shown.',
})
export class ImpactDecisionsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Of the affected bookings that were shown; left out where there were none.',
  })
  fingerprint?: string | null;

  @Field(() => ImpactActionEnum, {
    nullable: true,
    description: 'What becomes of those without an answer of their own; where left out, each needs one.',
  })
  standard?: ImpactAction | null;

  @Field(() => String, { nullable: true, description: 'What all holders are told, up to 400 characters.' })
  message?: string | null;

  @Field(() => [ImpactAnswerInput], { nullable: true, description: 'Answers for single bookings, at most 1,000.' })
  rows?: ImpactAnswerInput[] | null;
}

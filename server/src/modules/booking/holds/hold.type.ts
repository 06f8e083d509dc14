import type { EntityDTO } from '@mikro-orm/core';
import { createUnionType, Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { BookingRefusedObject } from '../commands/booking-result.type.ts';
import type { Hold } from './hold.entity.ts';
import type { HoldState } from './hold.enums.ts';

export const HoldStateEnum = enumOf<HoldState>('HoldState', 'The life of a hold.', {
  held: 'Nobody else can take the time.',
  booked: 'Its time became a booking.',
  released: 'It was let go.',
  expired: 'It ran out.',
});

@Allow(asParent)
@ObjectType('Hold', {
  description: 'Time kept for 15 minutes for somebody who cannot book it yet, such as while they sign up.',
  simpleResolvers: true,
})
export class HoldObject implements Pick<EntityDTO<Hold>, 'id'> {
  @Field(() => ID, { description: 'The id of the hold; opens nothing.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When the held time begins, without set-up.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the held time ends, without clean-up.' })
  endsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the hold ends by itself.' })
  expiresAt: Date;

  state: HoldState;
  equipmentId: string;
  unitId: string;
}

@InputType({ description: 'Which time to hold.' })
export class HoldTimeInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => ID, { nullable: true, description: 'One of its units; any free one where left out.' })
  unitId?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When to begin; on the grid of the equipment.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When to end.' })
  endsAt: Date;

  @Field(() => String, {
    description:
      'A secret of 32 to 80 characters that the client chose at random; whoever knows it has the hold. ' +
      'Asking again with the same secret and time changes nothing.',
  })
  token: string;

  @Field(() => String, { nullable: true, description: 'The secret of an earlier hold, which is let go.' })
  earlierToken?: string | null;
}

@Allow(asParent)
@ObjectType('TimeHeld', { description: 'The time is held.', simpleResolvers: true })
export class TimeHeldObject {
  @Field(() => String, {
    description: 'The secret by which it is known: of an earlier hold where that is of this time.',
  })
  token: string;

  @Field(() => HoldObject, { description: 'The hold.' })
  hold: HoldObject;
}

export const HoldTimeResult = createUnionType({
  name: 'HoldTimeResult',
  description: 'A hold, or every reason against it that is not about who asks.',
  types: () => [TimeHeldObject, BookingRefusedObject] as const,
  resolveType: (value) => ('hold' in value ? TimeHeldObject : BookingRefusedObject),
});

import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { Unit } from './unit.entity.ts';

@Allow(everyone)
@ObjectType('Unit', {
  description: 'One of several equal machines or rooms; a booking takes one unit.',
  simpleResolvers: true,
})
export class UnitObject implements Pick<EntityDTO<Unit>, 'id' | 'position'> {
  @Field(() => ID, { description: 'The id of the unit.' })
  id: string;

  equipmentId: string;

  @Field(() => Int, { description: '1, 2, 3 … within the equipment.' })
  position: number;

  @Field(() => String, { description: 'Its own name, or its number where it has none.' })
  name: string;
}

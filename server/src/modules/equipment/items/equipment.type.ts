import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { BookingRulesObject } from './booking-rules.type.ts';
import type { Equipment } from './equipment.entity.ts';

@Allow(everyone)
@ObjectType('Equipment', {
  description: 'Equipment or a space of one centre that can be booked.',
  simpleResolvers: true,
})
export class EquipmentObject implements Pick<EntityDTO<Equipment>, 'id' | 'description'> {
  @Field(() => ID, { description: 'The id of the equipment.' })
  id: string;

  @Field(() => String, { description: "The centre's own name for it, else its type's name in the reader's language." })
  name: string;

  @Field(() => String, { description: 'What it can do and what to know before using it; may be empty.' })
  description: string;

  @Field(() => BookingRulesObject, { description: 'Rules of a booking.' })
  rules: BookingRulesObject;

  typeKey: string;
  centreId: string;
  /** The centre's IANA zone, in which hours and grid are counted. */
  zone: string;
}

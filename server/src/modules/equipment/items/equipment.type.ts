import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Allow, asParent, everyone } from '../../../platform/graphql/policy.ts';
import type { EquipmentTypeType } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import type { BookingRules } from './booking-rules.rules.ts';
import type { Equipment } from './equipment.entity.ts';
import type { BookingAudience } from './equipment.enums.ts';
import { BookingAudienceEnum } from './equipment-enums.type.ts';

@Allow(asParent)
@ObjectType('BookingRules', { description: 'Rules of a booking; times in minutes.', simpleResolvers: true })
export class BookingRulesType implements BookingRules {
  @Field(() => BookingAudienceEnum, { description: 'Who may book.' })
  audience: BookingAudience;

  @Field(() => Int, { description: 'Bookings start on multiples of this many minutes after local midnight.' })
  gridMinutes: number;

  @Field(() => Int, { description: 'The shortest booking.' })
  minimumMinutes: number;

  @Field(() => Int, { description: 'The longest booking.' })
  maximumMinutes: number;

  @Field(() => Int, { description: 'A booking is made at least this long before it starts.' })
  leadMinutes: number;

  @Field(() => Int, { description: 'A booking starts at most this many days ahead.' })
  horizonDays: number;

  @Field(() => Int, { description: 'Set-up time kept free before each booking.' })
  bufferBeforeMinutes: number;

  @Field(() => Int, { description: 'Clean-up time kept free after each booking.' })
  bufferAfterMinutes: number;
}

/** Equipment of one centre, as its row gives it; its kind is `EquipmentTypeType`. */
@Allow(everyone)
@ObjectType('Equipment', {
  description: 'Equipment or a space of one centre that can be booked.',
  simpleResolvers: true,
})
export class EquipmentItemType implements Pick<EntityDTO<Equipment>, 'id' | 'description'> {
  @Field(() => ID, { description: 'The id of the equipment.' })
  id: string;

  @Field(() => String, { description: "The centre's own name for it, else its type's name in the reader's language." })
  name: string;

  @Field(() => String, { description: 'What it can do and what to know before using it; may be empty.' })
  description: string;

  @Field(() => BookingRulesType, { description: 'Rules of a booking.' })
  rules: BookingRulesType;

  typeKey: string;
  /** Where the row was read with it. */
  type?: EquipmentTypeType | undefined;
  centreId: string;
  /** The centre's IANA zone, in which hours and grid are counted. */
  zone: string;
}

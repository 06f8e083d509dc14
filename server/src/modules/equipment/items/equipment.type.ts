import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { AttributeValues } from '../../vocabulary/attributes/attribute.rules.ts';
import { BookingRulesObject } from './booking-rules.type.ts';
import type { Equipment } from './equipment.entity.ts';
import type { EquipmentEvidence, EquipmentState } from './equipment.enums.ts';

const EquipmentEvidenceEnum = enumOf<EquipmentEvidence>(
  'EquipmentEvidence',
  'How it is known that a centre has an equipment; the description is then in the words of the source, in English.',
  {
    named: 'The source names it.',
    assumed: 'It is usual in such places; whether it is there was not checked.',
  },
);

export const EquipmentStateEnum = enumOf<EquipmentState>('EquipmentState', 'Who sees an equipment.', {
  draft: 'Not shown yet: those who work at its centre see it, nobody else.',
  published: 'Everybody sees it and may book by its rules.',
  withdrawn: 'No longer offered; bookings of the past go on naming it.',
});

@Allow(everyone)
@ObjectType('Equipment', {
  description: 'Equipment or a space of one centre that can be booked.',
  simpleResolvers: true,
})
export class EquipmentObject implements Pick<EntityDTO<Equipment>, 'id' | 'description' | 'evidence'> {
  @Field(() => ID, { description: 'The id of the equipment.' })
  id: string;

  @Field(() => String, { description: "The centre's own name for it, else its type's name in the reader's language." })
  name: string;

  @Field(() => String, { description: 'What it can do and what to know before using it; may be empty.' })
  description: string;

  @Field(() => EquipmentEvidenceEnum, {
    nullable: true,
    description: 'How it is known that the centre has it, where the centre has not said so itself.',
  })
  evidence: EquipmentEvidence | null;

  @Field(() => BookingRulesObject, { description: 'Rules of a booking.' })
  rules: BookingRulesObject;

  @Field(() => EquipmentStateEnum, { description: 'Who sees it.' })
  state: EquipmentState;

  @Field(() => String, { description: 'Where in the centre it stands; may be empty.' })
  room: string;

  /** By the schema of its type; the field `attributes` presents them. */
  attributes: AttributeValues;

  typeKey: string;
  centreId: string;
  /** The centre's IANA zone, in which hours and grid are counted. */
  zone: string;
}

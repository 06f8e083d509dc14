import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { BookingRulesObject } from './booking-rules.type.ts';
import type { Equipment } from './equipment.entity.ts';
import type { EquipmentEvidence } from './equipment.enums.ts';

const EquipmentEvidenceEnum = enumOf<EquipmentEvidence>(
  'EquipmentEvidence',
  'How it is known that a centre has an equipment; the description is then in the words of the source, in English.',
  {
    named: 'The source names it.',
    assumed: 'It is usual in such places; whether it is there was not checked.',
  },
);

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

  typeKey: string;
  centreId: string;
  /** The centre's IANA zone, in which hours and grid are counted. */
  zone: string;
}

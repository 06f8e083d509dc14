import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { Allow, asParent, everyone } from '../../../platform/graphql/policy.ts';
import type { Attribute } from '../attributes/attribute.rules.ts';
import type { EquipmentType } from './equipment-type.entity.ts';
import type { EquipmentGroup, InductionHabit } from './equipment-type.enums.ts';
import { EquipmentGroupEnum, InductionHabitEnum } from './equipment-type-enums.type.ts';

@Allow(asParent)
@ObjectType('LocalisedText', { description: 'A text in one language.', simpleResolvers: true })
export class LocalisedTextObject {
  @Field(() => String, { description: 'BCP 47 tag.' })
  language: string;

  @Field(() => String, { description: 'The text.' })
  text: string;
}

/** A kind of equipment, such as the laser cutter; the things themselves are `EquipmentObject`. */
@Allow(everyone)
@ObjectType('EquipmentType', {
  description: 'A kind of equipment, the same word in every centre.',
  simpleResolvers: true,
})
export class EquipmentTypeObject
  implements Pick<EntityDTO<EquipmentType>, 'key' | 'group' | 'induction' | 'capability' | 'reference'>
{
  @Field(() => ID, { description: 'The key of the type, such as laser_cutter.' })
  key: string;

  @Field(() => String, { description: "The name in the reader's language." })
  name: string;

  /** By BCP 47 tag; the field `names` reads it. */
  translations: Record<string, string>;

  /** The field `attributes` presents them. */
  attributes: readonly Attribute[];

  @Field(() => EquipmentGroupEnum, { description: 'The craft it serves.' })
  group: EquipmentGroup;

  @Field(() => InductionHabitEnum, { description: 'How often a safety induction is asked for.' })
  induction: InductionHabit;

  @Field(() => String, { nullable: true, description: 'The capability word of fablabs.io, where it has one.' })
  capability?: string | null;

  @Field(() => String, { nullable: true, description: 'A page that explains the type.' })
  reference?: string | null;
}

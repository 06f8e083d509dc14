import { Field, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { RefusalReasonObject } from './refusal.type.ts';

@Allow(asParent)
@ObjectType('EquipmentAbilities', {
  description: 'What the asking person may do with equipment, with the reason where not.',
  simpleResolvers: true,
})
export class EquipmentAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether the person may book it at all; times have conditions of their own.' })
  book: boolean;

  @Field(() => RefusalReasonObject, { nullable: true, description: 'Why not; null where they may.' })
  bookRefusal: RefusalReasonObject | null;
}

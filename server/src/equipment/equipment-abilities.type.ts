import { Field, ObjectType } from 'type-graphql';
import { RefusalReasonType } from '../booking/refusal.type.ts';
import { Allow, asParent } from '../graphql/policy.ts';

@Allow(asParent)
@ObjectType('EquipmentAbilities', {
  description: 'What the asking person may do with equipment, with the reason where not.',
  simpleResolvers: true,
})
export class EquipmentAbilitiesType {
  @Field(() => Boolean, { description: 'Whether the person may book it at all; times have conditions of their own.' })
  book: boolean;

  @Field(() => RefusalReasonType, { nullable: true, description: 'Why not; null where they may.' })
  bookRefusal: RefusalReasonType | null;
}

import { Field, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { RefusalReasonObject } from './refusal.type.ts';

@Allow(asParent)
@ObjectType('EquipmentAbilities', {
  description: 'What the asking person may do with equipment, with the reasons where not.',
  simpleResolvers: true,
})
export class EquipmentAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether the person may book it at all; times have conditions of their own.' })
  book: boolean;

  @Field(() => [RefusalReasonObject], {
    complexity: rows(3),
    description: 'All that they lack to book it, whatever the time; empty where they may.',
  })
  bookNeeds: RefusalReasonObject[];
}

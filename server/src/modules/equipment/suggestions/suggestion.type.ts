import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { EquipmentTypeObject } from '../../vocabulary/equipment-types/equipment-type.type.ts';

@Allow(everyone)
@ObjectType('EquipmentTypeSuggestion', {
  description: 'A type of equipment that a text may mean.',
  simpleResolvers: true,
})
export class EquipmentTypeSuggestionObject {
  @Field(() => EquipmentTypeObject, { description: 'The type.' })
  equipmentType: EquipmentTypeObject;

  @Field(() => Int, { nullable: true, description: 'How much of it the asked city has; null where none was asked.' })
  inCity: number | null;

  @Field(() => Int, { description: 'How much of it the network has.' })
  inNetwork: number;
}

@Allow(everyone)
@ObjectType('CentreSuggestion', { description: 'A centre that a text may mean.' })
export class CentreSuggestionObject {
  /** The field `centre` reads it. */
  centreId: string;
}

export const SuggestionUnion = createUnionType({
  name: 'Suggestion',
  description: 'What somebody may mean who says what they want to make.',
  types: () => [EquipmentTypeSuggestionObject, CentreSuggestionObject] as const,
  resolveType: (value) => ('centreId' in value ? CentreSuggestionObject : EquipmentTypeSuggestionObject),
});

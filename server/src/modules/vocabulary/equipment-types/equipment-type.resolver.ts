import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { countEquipmentOfTypes, listEquipmentTypes } from './equipment-type.reader.ts';
import { EquipmentTypeObject, LocalisedTextObject } from './equipment-type.type.ts';

@Resolver(() => EquipmentTypeObject)
export class EquipmentTypeResolver {
  @Allow(everyone)
  @Query(() => [EquipmentTypeObject], {
    complexity: rows(50, 50),
    description: "All types of equipment by their name in the reader's language.",
  })
  equipmentTypes(@Ctx() ctx: Context): Promise<EquipmentTypeObject[]> {
    return listEquipmentTypes(ctx);
  }

  @FieldResolver(() => [LocalisedTextObject], {
    complexity: rows(2),
    description: 'The name in every language there is one.',
  })
  names(@Root() type: EquipmentTypeObject): LocalisedTextObject[] {
    return Object.entries(type.translations)
      .map(([language, text]) => ({ language, text }))
      .sort((a, b) => (a.language < b.language ? -1 : 1));
  }

  @FieldResolver(() => Int, { description: 'How much equipment of this type the centres offer.' })
  async equipmentCount(@Ctx() ctx: Context, @Root() type: EquipmentTypeObject): Promise<number> {
    return (await load(ctx, countEquipmentOfTypes, type.key)) ?? 0;
  }
}

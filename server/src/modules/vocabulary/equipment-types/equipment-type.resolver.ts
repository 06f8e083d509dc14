import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { AttributeObject, presentAttribute } from '../attributes/attribute.type.ts';
import { countEquipmentOfTypes, listEquipmentTypes, readEquipmentTypes } from './equipment-type.reader.ts';
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

  @Allow(everyone)
  @Query(() => EquipmentTypeObject, { description: 'One type of equipment; NOT_FOUND where there is none.' })
  async equipmentType(
    @Ctx() ctx: Context,
    @Arg('key', () => ID, { description: 'The key of the type, such as laser_cutter.' }) key: string,
  ): Promise<EquipmentTypeObject> {
    const type = isAskable(key, 60) ? await load(ctx, readEquipmentTypes, key) : undefined;
    if (!type) throw notFound();
    return type;
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

  @FieldResolver(() => [AttributeObject], {
    complexity: rows(10),
    description: 'What is said of machines of this type, in the order in which it is told.',
  })
  attributes(@Ctx() { locale }: Context, @Root() type: EquipmentTypeObject): AttributeObject[] {
    return type.attributes.map((attribute) => presentAttribute(attribute, locale));
  }

  @FieldResolver(() => Int, { description: 'How much equipment of this type the centres offer.' })
  async equipmentCount(@Ctx() ctx: Context, @Root() type: EquipmentTypeObject): Promise<number> {
    return (await load(ctx, countEquipmentOfTypes, type.key)) ?? 0;
  }
}

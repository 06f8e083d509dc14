import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { OpeningHoursObject } from '../../opening-hours/hours/opening.type.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { EquipmentTypeObject } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import { readUnitsOf } from '../units/unit.reader.ts';
import { UnitObject } from '../units/unit.type.ts';
import { AttributeFactObject, presentFacts } from './attribute-fact.type.ts';
import { findEquipment } from './equipment.reader.ts';
import { EquipmentObject } from './equipment.type.ts';

@Resolver(() => EquipmentObject)
export class EquipmentResolver {
  @Allow(everyone)
  @Query(() => EquipmentObject, { description: 'Equipment by its id; withdrawn equipment is not found.' })
  async equipment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the equipment.' }) id: string,
  ): Promise<EquipmentObject> {
    const equipment = isId(id) ? await findEquipment(ctx, id) : undefined;
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => EquipmentTypeObject, { description: 'What kind of equipment it is.' })
  async type(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<EquipmentTypeObject> {
    const type = await load(ctx, readEquipmentTypes, equipment.typeKey);
    if (!type) throw notFound();
    return type;
  }

  @FieldResolver(() => CentreObject, { description: 'The centre it belongs to.' })
  async centre(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<CentreObject> {
    const centre = await load(ctx, readCentres, equipment.centreId);
    if (!centre) throw notFound();
    return centre;
  }

  @FieldResolver(() => [AttributeFactObject], {
    complexity: rows(10),
    description: 'What is known of it, in the order of its type; empty where the centre told nothing.',
  })
  async attributes(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<AttributeFactObject[]> {
    const type = await load(ctx, readEquipmentTypes, equipment.typeKey);
    return presentFacts(type?.attributes ?? [], equipment.attributes, ctx.locale);
  }

  @FieldResolver(() => [UnitObject], { complexity: rows(3), description: 'Its units in use, in their order.' })
  async units(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<UnitObject[]> {
    return [...((await load(ctx, readUnitsOf, equipment.id)) ?? [])];
  }

  @FieldResolver(() => Int, { description: 'How many units are in use.' })
  async unitCount(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<number> {
    return (await load(ctx, readUnitsOf, equipment.id))?.length ?? 0;
  }

  @FieldResolver(() => [OpeningHoursObject], {
    complexity: rows(7),
    description: "Its own hours where it keeps some, else its centre's.",
  })
  async openingHours(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<OpeningHoursObject[]> {
    const openings = await load(ctx, readOpenings, equipment.centreId);
    return openings ? [...openingOf(openings, equipment.id).opening.rules] : [];
  }
}

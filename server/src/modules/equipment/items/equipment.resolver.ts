import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { Costs } from '../../../platform/graphql/costs.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { mayBook } from '../../booking/bookings/booking.policy.ts';
import { presentCheck } from '../../booking/conditions/refusal.type.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreType } from '../../directory/centres/centre.type.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { OpeningHoursType } from '../../opening-hours/hours/opening.type.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { EquipmentTypeType } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import { readUnitsOf } from '../units/unit.reader.ts';
import { UnitType } from '../units/unit.type.ts';
import { findEquipment } from './equipment.reader.ts';
import { EquipmentItemType } from './equipment.type.ts';
import { EquipmentAbilitiesType } from './equipment-abilities.type.ts';

@Resolver(() => EquipmentItemType)
export class EquipmentResolver {
  @Allow(everyone)
  @Query(() => EquipmentItemType, { description: 'Equipment by its id; withdrawn equipment is not found.' })
  async equipment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the equipment.' }) id: string,
  ): Promise<EquipmentItemType> {
    const equipment = isId(id) ? await findEquipment(ctx, id) : undefined;
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => EquipmentTypeType, { description: 'What kind of equipment it is.' })
  type(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): EquipmentTypeType | Promise<EquipmentTypeType> {
    return equipment.type ?? found(load(ctx, readEquipmentTypes, equipment.typeKey));
  }

  @FieldResolver(() => CentreType, { description: 'The centre it belongs to.' })
  async centre(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): Promise<CentreType> {
    const centre = await load(ctx, readCentres, equipment.centreId);
    if (!centre) throw notFound();
    return centre;
  }

  @Costs({ rows: 3 })
  @FieldResolver(() => [UnitType], { description: 'Its units in use, in their order.' })
  async units(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): Promise<UnitType[]> {
    return [...((await load(ctx, readUnitsOf, equipment.id)) ?? [])];
  }

  @FieldResolver(() => Int, { description: 'How many units are in use.' })
  async unitCount(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): Promise<number> {
    return (await load(ctx, readUnitsOf, equipment.id))?.length ?? 0;
  }

  @Costs({ rows: 7 })
  @FieldResolver(() => [OpeningHoursType], { description: "Its own hours where it keeps some, else its centre's." })
  async openingHours(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): Promise<OpeningHoursType[]> {
    const rules = (await load(ctx, readOpenings, equipment.id))?.opening.rules ?? [];
    return rules.map(({ weekday, opens, closes }) => ({
      weekday,
      opens: opens.slice(0, 5),
      closes: closes.slice(0, 5),
    }));
  }

  @FieldResolver(() => EquipmentAbilitiesType, { description: 'What the asking person may do with it.' })
  async viewerCan(@Ctx() ctx: Context, @Root() equipment: EquipmentItemType): Promise<EquipmentAbilitiesType> {
    const { centreId, rules } = equipment;
    const centreName = (await load(ctx, readCentres, centreId))?.name ?? '';
    const permission = mayBook(ctx.actor, { audience: rules.audience, centreId, centreName });
    if (permission.allowed) return { book: true, bookRefusal: null };
    return { book: false, bookRefusal: presentCheck(permission.reason, ctx.locale) };
  }
}

async function found<Row>(loading: Promise<Row | undefined>): Promise<Row> {
  const row = await loading;
  if (row === undefined) throw notFound();
  return row;
}

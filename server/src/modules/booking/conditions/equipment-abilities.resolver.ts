import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { bookingNeeds } from '../bookings/booking.policy.ts';
import { EquipmentAbilitiesObject } from './equipment-abilities.type.ts';
import { presentCheck } from './refusal.type.ts';

@Resolver(() => EquipmentObject)
export class EquipmentAbilitiesResolver {
  @FieldResolver(() => EquipmentAbilitiesObject, { description: 'What the asking person may do with it.' })
  async viewerCan(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<EquipmentAbilitiesObject> {
    const { centreId, rules } = equipment;
    const centreName = (await load(ctx, readCentres, centreId))?.name ?? '';
    const needs = bookingNeeds(ctx.actor, { audience: rules.audience, centreId, centreName });
    const bookNeeds = needs.map((need) => presentCheck(need, ctx.locale));
    return { book: needs.length === 0, bookNeeds };
  }
}

import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readEquipment } from '../items/equipment.reader.ts';
import { EquipmentObject } from '../items/equipment.type.ts';
import { readUnits } from './unit.reader.ts';
import { UnitObject } from './unit.type.ts';
import { findUnitByCode } from './unit-code.reader.ts';

@Resolver(() => UnitObject)
export class UnitCodeResolver {
  @Allow(everyone)
  @Query(() => UnitObject, {
    description: 'The unit whose label says a code, however it was typed; NOT_FOUND where there is none in use.',
  })
  async unitByCode(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'The code; case, spaces, dashes and letters alike do not matter.' })
    code: string,
  ): Promise<UnitObject> {
    const id = await findUnitByCode(ctx, code);
    const unit = id && (await load(ctx, readUnits, id));
    if (!unit) throw notFound();
    return unit;
  }

  @FieldResolver(() => EquipmentObject, { description: 'The machine that it is a unit of.' })
  async equipment(@Ctx() ctx: Context, @Root() unit: UnitObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, unit.equipmentId);
    if (!equipment) throw notFound();
    return equipment;
  }
}

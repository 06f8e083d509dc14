import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { notFound } from '../../../shared/errors.ts';
import { JoinWishObject } from '../../people/join-requests/join-request.type.ts';
import { readEquipment } from './equipment.reader.ts';
import { EquipmentObject } from './equipment.type.ts';

@Resolver(() => JoinWishObject)
export class JoinWishResolver {
  @FieldResolver(() => EquipmentObject, { description: 'The equipment.' })
  async equipment(@Ctx() ctx: Context, @Root() wish: JoinWishObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, wish.equipmentId);
    if (!equipment) throw notFound();
    return equipment;
  }
}

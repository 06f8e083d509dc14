import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { listRecords } from '../../equipment/editing/equipment-record.reader.ts';
import { EquipmentRecordObject, presentRecord } from '../../equipment/editing/equipment-record.type.ts';
import { DeskObject } from '../desks/desk.type.ts';

@Resolver(() => DeskObject)
export class DeskEquipmentResolver {
  @FieldResolver(() => [EquipmentRecordObject], {
    complexity: rows(20, 50),
    description: 'All machines of the centre by name, drafts and what was withdrawn too.',
  })
  async equipment(@Root() { centre }: DeskObject, @Ctx() ctx: Context): Promise<EquipmentRecordObject[]> {
    return (await listRecords(ctx, centre.id)).map(presentRecord);
  }
}

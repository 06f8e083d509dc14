import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { createEquipment, duplicateEquipment } from './create-equipment.service.ts';
import { editEquipment, publishEquipment, withdrawEquipment } from './edit-equipment.service.ts';
import {
  CreateEquipmentInput,
  DuplicateEquipmentInput,
  EditEquipmentInput,
  EquipmentVersionInput,
} from './equipment-input.type.ts';
import { findRecord } from './equipment-record.reader.ts';
import { EquipmentRecordObject, presentRecord } from './equipment-record.type.ts';

@Resolver()
export class EquipmentEditingResolver {
  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description: 'Enters a machine as a draft with the usual rules of booking; for staff of the centre.',
  })
  async createEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateEquipmentInput, { description: 'The machine.' }) input: CreateEquipmentInput,
  ): Promise<EquipmentRecordObject> {
    return recordOf(ctx, (await createEquipment(ctx, input)).id);
  }

  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description: 'Copies a machine as a draft, with as many units under new codes; for staff of the centre.',
  })
  async duplicateEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => DuplicateEquipmentInput, { description: 'Which one.' }) input: DuplicateEquipmentInput,
  ): Promise<EquipmentRecordObject> {
    return recordOf(ctx, (await duplicateEquipment(ctx, input)).id);
  }

  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description: 'Replaces all that is written about a machine; for staff of the centre.',
  })
  async editEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => EditEquipmentInput, { description: 'As it shall be.' }) input: EditEquipmentInput,
  ): Promise<EquipmentRecordObject> {
    await editEquipment(ctx, input);
    return recordOf(ctx, input.equipmentId);
  }

  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description: 'Shows a draft, or what was withdrawn, to everybody; for staff of the centre.',
  })
  async publishEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => EquipmentVersionInput, { description: 'Which one.' }) input: EquipmentVersionInput,
  ): Promise<EquipmentRecordObject> {
    await publishEquipment(ctx, input);
    return recordOf(ctx, input.equipmentId);
  }

  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description: 'Takes a machine out of sight; for staff of the centre. CONFLICT while it is booked.',
  })
  async withdrawEquipment(
    @Ctx() ctx: Context,
    @Arg('input', () => EquipmentVersionInput, { description: 'Which one.' }) input: EquipmentVersionInput,
  ): Promise<EquipmentRecordObject> {
    await withdrawEquipment(ctx, input);
    return recordOf(ctx, input.equipmentId);
  }
}

const recordOf = async (ctx: Context, id: string): Promise<EquipmentRecordObject> =>
  presentRecord(await findRecord(ctx, id, 'see-desk'));

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { may } from '../../../access/rights.rules.ts';
import { Allow, asParent, onlyIf } from '../../../platform/graphql/policy.ts';
import type { EquipmentState } from '../items/equipment.enums.ts';
import { EquipmentStateEnum } from '../items/equipment.type.ts';
import type { EquipmentRecord } from './equipment-record.reader.ts';

/** For those who work at the centre of the machine. */
const teamOfEquipment = onlyIf<EquipmentRecordObject>('teamOfEquipment', (ctx, { record }) =>
  may(ctx.actor, 'see-desk', record.centreId),
);

@Allow(asParent)
@ObjectType('EquipmentTexts', {
  description: 'What is written about an equipment in one language.',
  simpleResolvers: true,
})
export class EquipmentTextsObject {
  @Field(() => String, { description: 'BCP 47 tag.' })
  language: string;

  @Field(() => String, { description: 'Its name; empty where it has none in this language.' })
  name: string;

  @Field(() => String, { description: 'What it can do and what to know before using it; may be empty.' })
  description: string;
}

@Allow(asParent)
@ObjectType('UnitRecord', { description: 'A unit as its centre keeps it.', simpleResolvers: true })
export class UnitRecordObject {
  @Field(() => ID, { description: 'The id of the unit.' })
  id: string;

  @Field(() => Int, { description: '1, 2, 3 … within the equipment; a number is never given again.' })
  position: number;

  @Field(() => String, { nullable: true, description: 'Its own name; null where it goes by its number.' })
  name: string | null;

  @Field(() => String, { description: "The maker's serial number; may be empty." })
  serial: string;

  @Field(() => String, { description: 'The code on its label, which leads to it: six letters and digits.' })
  code: string;
}

@Allow(teamOfEquipment)
@ObjectType('EquipmentRecord', {
  description: 'An equipment as its centre keeps it, drafts too; for those who work there.',
})
export class EquipmentRecordObject {
  /** The fields read it. */
  record: EquipmentRecord;

  @Field(() => ID, { description: 'The id of the equipment.' })
  id: string;

  @Field(() => Int, { description: 'Grows with every change; send it back when changing.' })
  version: number;

  @Field(() => EquipmentStateEnum, { description: 'Who sees it.' })
  state: EquipmentState;

  @Field(() => String, { description: 'Where in the centre it stands; may be empty.' })
  room: string;
}

export const presentRecord = (record: EquipmentRecord): EquipmentRecordObject => ({
  record,
  ...{ id: record.id, version: record.version, state: record.state, room: record.room },
});

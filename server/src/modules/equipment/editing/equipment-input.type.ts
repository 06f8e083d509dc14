import { Field, ID, InputType, Int } from 'type-graphql';
import { AttributeValueInput } from '../../vocabulary/attributes/attribute.type.ts';
import type { EquipmentDraft, GivenTexts, GivenUnit } from './equipment-draft.rules.ts';

@InputType({ description: 'What is written about an equipment in one language.' })
export class EquipmentTextsInput implements GivenTexts {
  @Field(() => String, { description: 'BCP 47 tag, such as lt; each language once.' })
  language: string;

  @Field(() => String, { description: "Its name, at most 160 characters; the type's where all are empty." })
  name: string;

  @Field(() => String, { description: 'What it can do and what to know before using it, at most 4,000 characters.' })
  description: string;
}

@InputType({ description: 'One unit as it shall be.' })
export class UnitRecordInput implements GivenUnit {
  @Field(() => ID, { nullable: true, description: 'Which unit; a new one where left out.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, at most 80 characters; its number where left out.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "The maker's serial number, at most 80 characters." })
  serial?: string | null;
}

/** What staff write about a machine. */
@InputType()
abstract class EquipmentDraftInput implements EquipmentDraft {
  @Field(() => [EquipmentTextsInput], { description: 'Its texts, at most 10 languages.' })
  texts: EquipmentTextsInput[];

  @Field(() => String, { description: 'Where in the centre it stands, at most 120 characters; may be empty.' })
  room: string;

  @Field(() => [AttributeValueInput], { description: 'What is known of it; what is left out is known no more.' })
  attributes: AttributeValueInput[];

  @Field(() => [UnitRecordInput], {
    description: 'Its units in their order, 1 to 60; those that are left out go out of use, CONFLICT while booked.',
  })
  units: UnitRecordInput[];

  @Field(() => [ID], { description: 'Who looks after it: people of the centre, at most 20.' })
  stewardIds: string[];
}

@InputType({ description: 'A machine to enter.' })
export class CreateEquipmentInput extends EquipmentDraftInput {
  @Field(() => ID, { description: 'The centre where it stands.' })
  centreId: string;

  @Field(() => ID, { description: 'The key of its type, which stays.' })
  typeKey: string;

  @Field(() => String, {
    description: 'Chosen by the client, 1 to 80 characters: an equal request makes nothing twice.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'All that is written about a machine, as it shall be.' })
export class EditEquipmentInput extends EquipmentDraftInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it is another now.' })
  version: number;
}

@InputType({ description: 'Which equipment, as it was read.' })
export class EquipmentVersionInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it is another now.' })
  version: number;
}

@InputType({ description: 'Which equipment to copy.' })
export class DuplicateEquipmentInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => String, {
    description: 'Chosen by the client, 1 to 80 characters: an equal request makes nothing twice.',
  })
  idempotencyKey: string;
}

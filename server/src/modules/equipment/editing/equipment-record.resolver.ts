import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import { PersonObject } from '../../people/persons/person.type.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { AttributeFactObject, presentFacts } from '../items/attribute-fact.type.ts';
import { readEquipment } from '../items/equipment.reader.ts';
import { EquipmentObject } from '../items/equipment.type.ts';
import { findRecord } from './equipment-record.reader.ts';
import {
  EquipmentRecordObject,
  EquipmentTextsObject,
  presentRecord,
  UnitRecordObject,
} from './equipment-record.type.ts';

@Resolver(() => EquipmentRecordObject)
export class EquipmentRecordResolver {
  @Allow(members)
  @Query(() => EquipmentRecordObject, {
    description: 'An equipment as its centre keeps it. NOT_FOUND where there is none, FORBIDDEN to all but its team.',
  })
  async equipmentRecord(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the equipment.' }) id: string,
  ): Promise<EquipmentRecordObject> {
    return presentRecord(await findRecord(ctx, id, 'see-desk'));
  }

  @FieldResolver(() => EquipmentObject, { description: 'As its readers see it, or would.' })
  async equipment(@Ctx() ctx: Context, @Root() { id }: EquipmentRecordObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, id);
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => [EquipmentTextsObject], {
    complexity: rows(3),
    description: 'What is written about it, language by language; what it had before languages were told comes first.',
  })
  texts(@Root() { record }: EquipmentRecordObject): EquipmentTextsObject[] {
    const texts = Object.entries(record.translations).map(([language, each]) => ({ language, ...each }));
    const { name, description } = record;
    if (texts.length > 0 || (name === null && description === '')) return texts;
    return [{ language: '', name: name ?? '', description }];
  }

  @FieldResolver(() => [AttributeFactObject], {
    complexity: rows(10),
    description: 'What is known of it, in the order of its type.',
  })
  async attributes(@Ctx() ctx: Context, @Root() { record }: EquipmentRecordObject): Promise<AttributeFactObject[]> {
    const type = await load(ctx, readEquipmentTypes, record.typeKey);
    return presentFacts(type?.attributes ?? [], record.attributes, ctx.locale);
  }

  @FieldResolver(() => [UnitRecordObject], { complexity: rows(3), description: 'Its units in use, in their order.' })
  units(@Root() { record }: EquipmentRecordObject): UnitRecordObject[] {
    return [...record.units];
  }

  @FieldResolver(() => [PersonObject], {
    complexity: rows(3),
    description: 'Who looks after it, beside the staff: its problems are theirs first.',
  })
  async stewards(@Ctx() ctx: Context, @Root() { record }: EquipmentRecordObject): Promise<PersonObject[]> {
    const people = await Promise.all(record.stewardIds.map((id) => load(ctx, readPeople, id)));
    return people.flatMap((person) => person ?? []);
  }
}

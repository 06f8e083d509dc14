import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { NearInput } from '../../../platform/search/near.type.ts';
import type { EquipmentGroup } from '../../vocabulary/equipment-types/equipment-type.enums.ts';
import { EquipmentGroupEnum } from '../../vocabulary/equipment-types/equipment-type-enums.type.ts';
import type { AttributeWish, EquipmentInput, SoughtTime } from './equipment-filter.rules.ts';
import type { EquipmentOrder } from './equipment-order.enums.ts';

export const EquipmentOrderEnum = enumOf<EquipmentOrder>('EquipmentOrder', 'In which order equipment is listed.', {
  nearest: 'What is nearest to `near` first.',
  soonest: 'What can be booked first within the sought time first.',
  name: 'By name.',
});

@InputType('AttributeWish', { description: 'What is asked of one attribute; everything given must hold.' })
export class AttributeWishInput implements AttributeWish {
  @Field(() => ID, { description: 'The key of the attribute; what the centre did not tell meets no wish.' })
  key: string;

  @Field(() => Float, { nullable: true, description: 'The least number, in the unit of the attribute.' })
  atLeast?: number | null;

  @Field(() => Float, { nullable: true, description: 'The greatest number, in the unit of the attribute.' })
  atMost?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of choices of which one holds.' })
  oneOf?: string[] | null;
}

@InputType('EquipmentSearch', { description: 'Which equipment; everything given must hold.' })
export class EquipmentSearchInput implements EquipmentInput {
  @Field(() => String, { nullable: true, description: 'Key of an equipment type.' })
  type?: string | null;

  @Field(() => EquipmentGroupEnum, { nullable: true, description: 'The craft it serves.' })
  group?: EquipmentGroup | null;

  @Field(() => String, { nullable: true, description: 'Slug of a city.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, such as LT.' })
  country?: string | null;

  @Field(() => NearInput, { nullable: true, description: 'In a centre inside this circle; the nearest come first.' })
  near?: NearInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of name, type, description, centre or city; accents and small typing slips do not matter. ' +
      'At most 200 characters, of which the first five words count.',
  })
  text?: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'With `freeUntil`: only equipment of which a unit can be booked for `minutes` within these instants, ' +
      'at most 14 days apart. Of very many, the first 3,000 in order are looked at, for 14 days the first 1,000.',
  })
  freeFrom?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The end of the time sought; see `freeFrom`.' })
  freeUntil?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Length sought in minutes, 15 to 1440; at least, and by default, the equipment's minimum.",
  })
  minutes?: number | null;

  @Field(() => [AttributeWishInput], { nullable: true, description: 'What it can do; at most 10 wishes.' })
  attributes?: AttributeWishInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only equipment for which the asking person is in the audience; for a visitor, what is open to everyone.',
  })
  usableByMe?: boolean | null;

  @Field(() => EquipmentOrderEnum, {
    nullable: true,
    description:
      'By default the nearest first where `near` is given, else the best match of the text, else by name. ' +
      '`NEAREST` needs `near`, `SOONEST` needs `freeFrom`.',
  })
  order?: EquipmentOrder | null;
}

@Allow(asParent)
@ObjectType('EquipmentMatch', { description: 'Equipment that a search found, with the time that was sought.' })
export class EquipmentMatchObject {
  /** The other fields read them. */
  equipmentId: string;
  sought: SoughtTime | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres from the `near` point of the search; null where none was given.',
  })
  distance: number | null;
}

@Allow(asParent)
@ObjectType('EquipmentMatchConnection', { description: 'One page of a search for equipment.', simpleResolvers: true })
export class EquipmentMatchConnectionObject extends connectionOf('EquipmentMatch', () => EquipmentMatchObject) {}

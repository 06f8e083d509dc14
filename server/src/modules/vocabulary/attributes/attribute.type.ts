import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { type Locale, pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import type { AttributeKind } from './attribute.enums.ts';
import type { Attribute, GivenAttribute } from './attribute.rules.ts';

const AttributeKindEnum = enumOf<AttributeKind>('AttributeKind', 'What an attribute of equipment is told by.', {
  number: 'A number, in the unit of the attribute.',
  text: 'A line of text.',
  flag: 'Yes or no.',
  choices: 'Some of a few choices.',
});

@Allow(asParent)
@ObjectType('AttributeOption', { description: 'One choice of an attribute.', simpleResolvers: true })
export class AttributeOptionObject {
  @Field(() => ID, { description: 'The key of the choice, unique within the attribute.' })
  key: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  name: string;
}

@Allow(asParent)
@ObjectType('Attribute', { description: 'What may be said of every machine of a type.', simpleResolvers: true })
export class AttributeObject {
  @Field(() => ID, { description: 'The key of the attribute, such as work_width; the same in all types.' })
  key: string;

  @Field(() => AttributeKindEnum, { description: 'What it is told by.' })
  kind: AttributeKind;

  @Field(() => String, { description: "Its name in the reader's language." })
  name: string;

  @Field(() => String, { description: 'The unit of a number, such as mm; empty where things are counted.' })
  unit: string;

  @Field(() => Float, { nullable: true, description: 'The least number that is accepted; null for other kinds.' })
  minimum: number | null;

  @Field(() => Float, { nullable: true, description: 'The greatest number that is accepted; null for other kinds.' })
  maximum: number | null;

  @Field(() => [AttributeOptionObject], { complexity: rows(5), description: 'Its choices; empty for other kinds.' })
  options: AttributeOptionObject[];
}

export const presentAttribute = (attribute: Attribute, locale: Locale): AttributeObject => ({
  ...attribute,
  name: pickTranslation(attribute.names, locale) ?? attribute.key,
  options: attribute.options.map(({ key, names }) => ({ key, name: pickTranslation(names, locale) ?? key })),
});

@InputType({ description: 'The value of one attribute; the field of its kind counts, an empty one says nothing.' })
export class AttributeValueInput implements GivenAttribute {
  @Field(() => ID, { description: 'The key of an attribute of the type; BAD_INPUT for one of another type.' })
  key: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Of a number, in the unit of the attribute and within its limits.',
  })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'Of a text, at most 120 characters.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a yes or no.' })
  flag?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of the choices that hold.' })
  options?: string[] | null;
}

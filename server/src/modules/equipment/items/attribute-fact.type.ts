import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { type Locale, pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { Attribute, AttributeValue, AttributeValues } from '../../vocabulary/attributes/attribute.rules.ts';

@Allow(asParent)
@ObjectType('AttributeFact', { description: 'What is known of a machine by one attribute.', simpleResolvers: true })
export class AttributeFactObject {
  @Field(() => ID, { description: 'The key of the attribute, such as work_width.' })
  key: string;

  @Field(() => String, { description: "The name of the attribute in the reader's language." })
  name: string;

  @Field(() => String, { description: "The value in the reader's language, with its unit." })
  text: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The number, in the unit of the attribute; null for other kinds.',
  })
  number: number | null;

  @Field(() => [ID], { description: 'Keys of the choices that hold; empty for other kinds.' })
  options: string[];
}

const tags: Record<Locale, string> = { lt: 'lt', en: 'en-GB' };

/** What is known of a machine, in the order of the schema. */
export const presentFacts = (
  schema: readonly Attribute[],
  values: AttributeValues,
  locale: Locale,
): AttributeFactObject[] =>
  schema.flatMap((attribute) => {
    const value = values[attribute.key];
    if (value === undefined) return [];
    return [
      {
        key: attribute.key,
        name: pickTranslation(attribute.names, locale) ?? attribute.key,
        text: textOf(attribute, value, locale),
        number: typeof value === 'number' ? value : null,
        options: typeof value === 'object' ? [...value] : [],
      },
    ];
  });

function textOf({ unit, options }: Attribute, value: AttributeValue, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return translate(locale, 'equipment.yes');
  if (typeof value === 'number') {
    const number = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 4 }).format(value);
    return unit === '' ? number : `${number}\u00a0${unit}`;
  }
  const names = options
    .filter(({ key }) => value.includes(key))
    .map(({ names, key }) => pickTranslation(names, locale) ?? key);
  return new Intl.ListFormat(tags[locale], { type: 'unit', style: 'short' }).format(names);
}

import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import type { AttributeKind } from './attribute.enums.ts';

/** One choice of an attribute, its name by BCP 47 tag. */
export interface AttributeOption {
  readonly key: string;
  readonly names: Readonly<Record<string, string>>;
}

/** What may be said of every machine of a type: the schema comes with the server, see `server/data/README.md`. */
export interface Attribute {
  readonly key: string;
  readonly kind: AttributeKind;
  /** By BCP 47 tag. */
  readonly names: Readonly<Record<string, string>>;
  /** As it stands behind the number; empty where it is counted. */
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly options: readonly AttributeOption[];
}

export type AttributeValue = number | string | boolean | readonly string[];
/** What is known of a machine, by the key of the attribute. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** A value as somebody gives it; the one that belongs to the kind of the attribute counts. */
export interface GivenAttribute {
  readonly key: string;
  readonly number?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly flag?: boolean | null | undefined;
  readonly options?: readonly string[] | null | undefined;
}

/** The longest text of an attribute, in characters. */
const longestText = 120;
/** A value is told to so many decimals. */
const decimals = 4;

/** The values of a type's attributes as they are kept, with everything that is wrong with what was given. */
export function readAttributes(
  schema: readonly Attribute[],
  given: readonly GivenAttribute[],
): { readonly values: AttributeValues; readonly problems: FieldProblem[] } {
  const values: Record<string, AttributeValue> = {};
  const problems: FieldProblem[] = [];
  for (const each of given) {
    const attribute = schema.find(({ key }) => key === each.key);
    const read = attribute ? readValue(attribute, each) : ({ key: 'equipment.attributeUnknown' } as const);
    if (typeof read === 'object' && 'key' in read) {
      problems.push({ field: `attributes.${each.key.slice(0, 40)}`, message: read });
    } else if (read !== undefined) values[each.key] = read;
  }
  return { values, problems };
}

type Read = AttributeValue | undefined | FieldProblem['message'];

function readValue(attribute: Attribute, given: GivenAttribute): Read {
  switch (attribute.kind) {
    case 'number':
      return numberOf(attribute, given.number);
    case 'flag':
      return given.flag === true ? true : undefined;
    case 'text':
      return textOf(given.text);
    case 'choices':
      return optionsOf(attribute, given.options ?? []);
  }
}

function numberOf({ minimum, maximum, unit }: Attribute, given: number | null | undefined): Read {
  if (given === null || given === undefined) return undefined;
  const least = minimum ?? 0;
  const most = maximum ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isFinite(given) || given < least || given > most) {
    return { key: 'equipment.attributeRange', parameters: { least: String(least), most: String(most), unit } };
  }
  return Number(given.toFixed(decimals));
}

function textOf(given: string | null | undefined): Read {
  const text = oneLine(given ?? '');
  return lineProblem(text, { minimum: 0, maximum: longestText }) ?? (text || undefined);
}

function optionsOf({ options }: Attribute, given: readonly string[]): Read {
  const known = options.filter(({ key }) => given.includes(key)).map(({ key }) => key);
  if (known.length < new Set(given).size) return { key: 'equipment.attributeOption' };
  return known.length > 0 ? known : undefined;
}

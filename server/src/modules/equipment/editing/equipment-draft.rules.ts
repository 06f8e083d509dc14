import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { lineProblem, oneLine, textProblem } from '../../../shared/text/text.rules.ts';
import {
  type Attribute,
  type AttributeValues,
  type GivenAttribute,
  readAttributes,
} from '../../vocabulary/attributes/attribute.rules.ts';

/** Name and description in one language; either may be empty. */
export interface GivenTexts {
  /** BCP 47 tag. */
  readonly language: string;
  readonly name: string;
  readonly description: string;
}

/** One of its units as it shall be; a new one where it has no id. */
export interface GivenUnit {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly serial?: string | null | undefined;
}

/** Everything that staff write about a machine, its rules of booking left out. */
export interface EquipmentDraft {
  readonly texts: readonly GivenTexts[];
  readonly room: string;
  readonly attributes: readonly GivenAttribute[];
  /** In their order; those that are left out are taken out of use. */
  readonly units: readonly GivenUnit[];
  /** Ids of the people of the centre who look after it. */
  readonly stewardIds: readonly string[];
}

/** A draft as it is kept. */
export interface EquipmentFacts {
  /** In the first language that has one; null where none has, and the name of the type is shown. */
  readonly name: string | null;
  readonly description: string;
  readonly translations: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  readonly room: string;
  readonly attributes: AttributeValues;
  readonly units: readonly { readonly id: string | null; readonly name: string | null; readonly serial: string }[];
}

const longest = { name: 160, description: 4000, room: 120, unit: 80, serial: 80 } as const;
const mostLanguages = 10;
export const mostUnits = 60;
export const mostStewards = 20;

/** A draft as it is kept, with everything that is wrong with it by field. */
export function readDraft(
  draft: EquipmentDraft,
  schema: readonly Attribute[],
): { readonly facts: EquipmentFacts; readonly problems: readonly FieldProblem[] } {
  const texts = draft.texts
    .map(({ language, name, description }) => ({ language, name: oneLine(name), description: description.trim() }))
    .filter(({ name, description }) => name !== '' || description !== '');
  const room = oneLine(draft.room);
  const { values, problems } = readAttributes(schema, draft.attributes);
  const units = draft.units.map(({ id, name, serial }) => ({
    ...{ id: id || null, name: oneLine(name ?? '') || null, serial: oneLine(serial ?? '') },
  }));
  return {
    facts: {
      name: texts.find(({ name }) => name !== '')?.name ?? null,
      description: texts.find(({ description }) => description !== '')?.description ?? '',
      translations: Object.fromEntries(texts.map(({ language, ...each }) => [language, each])),
      ...{ room, attributes: values, units },
    },
    problems: [
      ...textProblems(texts),
      ...problemOf('room', lineProblem(room, { minimum: 0, maximum: longest.room })),
      ...problems,
      ...unitProblems(units),
      ...(draft.stewardIds.length > mostStewards
        ? problemOf('stewardIds', { key: 'equipment.tooManyStewards', parameters: { most: mostStewards } })
        : []),
    ],
  };
}

const problemOf = (field: string, message: FieldProblem['message'] | undefined): FieldProblem[] =>
  message ? [{ field, message }] : [];

function textProblems(texts: readonly GivenTexts[]): FieldProblem[] {
  if (texts.length > mostLanguages)
    return problemOf('texts', { key: 'equipment.tooManyLanguages', parameters: { most: mostLanguages } });
  return texts.flatMap(({ language, name, description }, index) => [
    ...problemOf(
      `texts.${index}.language`,
      !isLanguage(language) || texts.findIndex((other) => other.language === language) < index
        ? { key: 'equipment.language' }
        : undefined,
    ),
    ...problemOf(`texts.${index}.name`, lineProblem(name, { minimum: 0, maximum: longest.name })),
    ...problemOf(`texts.${index}.description`, textProblem(description, { minimum: 0, maximum: longest.description })),
  ]);
}

const isLanguage = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(tag);

function unitProblems(units: EquipmentFacts['units']): FieldProblem[] {
  if (units.length === 0) return problemOf('units', { key: 'equipment.noUnit' });
  if (units.length > mostUnits)
    return problemOf('units', { key: 'equipment.tooManyUnits', parameters: { most: mostUnits } });
  return units.flatMap(({ id, name, serial }, index) => [
    ...problemOf(
      `units.${index}.name`,
      lineProblem(name ?? '', { minimum: 0, maximum: longest.unit }) ??
        (name !== null && units.findIndex((other) => other.name === name) < index
          ? { key: 'equipment.unitNameTwice' }
          : undefined),
    ),
    ...problemOf(`units.${index}.serial`, lineProblem(serial, { minimum: 0, maximum: longest.serial })),
    ...problemOf(
      `units.${index}.id`,
      id !== null && units.findIndex((other) => other.id === id) < index ? { key: 'equipment.unitTwice' } : undefined,
    ),
  ]);
}

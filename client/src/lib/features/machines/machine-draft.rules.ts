import type { MachineRecord, MachineType } from './machine.documents.ts';

/** Languages that a machine is always described in; others stay where there are some. */
const languages = ['lt', 'en'];

/** A unit as the form shows it; without an id it is new. */
export interface DraftUnit {
  readonly id: string;
  readonly position: string;
  readonly name: string;
  readonly serial: string;
  readonly code: string;
  readonly removed: boolean;
}

/** A machine as its form shows it: everything as it was typed. */
export interface MachineDraft {
  readonly texts: readonly { readonly language: string; readonly name: string; readonly description: string }[];
  readonly room: string;
  /** By the key of the attribute; several where choices are ticked. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly units: readonly DraftUnit[];
  /** How many units are added. */
  readonly added: string;
  readonly stewards: readonly { readonly id: string; readonly name: string; readonly kept: boolean }[];
  /** The name of somebody who shall look after it too. */
  readonly steward: string;
}

const nothing: MachineDraft = {
  ...{ texts: [], room: '', attributes: {}, units: [], added: '', stewards: [], steward: '' },
};

const inLanguages = (texts: MachineDraft['texts'], locale: string): MachineDraft['texts'] => {
  // What had no language before counts as the reader's, who sees it there and can say otherwise by moving it.
  const known = texts.map((each) => ({ ...each, language: each.language || locale }));
  const missing = languages.filter((language) => !known.some((each) => each.language === language));
  return [...known, ...missing.map((language) => ({ language, name: '', description: '' }))].sort(
    (one, other) => order(one.language) - order(other.language),
  );
};
const order = (language: string) => (languages.includes(language) ? languages.indexOf(language) : languages.length);

/** The form of a new machine. */
export const newDraft = (locale: string): MachineDraft => ({ ...nothing, texts: inLanguages([], locale), added: '1' });

/** The form of a machine that is there. */
export const draftOf = (record: MachineRecord, locale: string): MachineDraft => ({
  texts: inLanguages(record.texts, locale),
  room: record.room,
  attributes: Object.fromEntries(
    record.attributes.map(({ key, number, options, text }) => [
      key,
      number !== null ? [String(number)] : options.length > 0 ? options : [text],
    ]),
  ),
  units: record.units.map(({ position, name, ...unit }) => ({
    ...{ ...unit, position: String(position), name: name ?? '', removed: false },
  })),
  added: '',
  stewards: record.stewards.map(({ id, name }) => ({ id, name, kept: true })),
  steward: '',
});

type Sent = Readonly<Record<string, unknown>>;
const one = (sent: Sent, name: string): string => {
  const value = [sent[name]].flat()[0];
  return typeof value === 'string' ? value : '';
};

/** Rows `name.0.part`, `name.1.part` … of a sent form; more than any form has are not read. */
function rowsOf(sent: Sent, name: string, part: string): number {
  let count = 0;
  while (count < 200 && `${name}.${count}.${part}` in sent) count += 1;
  return count;
}

/** What a form sent. */
export function readMachine(sent: Sent): MachineDraft {
  const rows = (name: string, part: string) => Array.from({ length: rowsOf(sent, name, part) }, (_, index) => index);
  return {
    texts: rows('texts', 'language').map((index) => ({
      language: one(sent, `texts.${index}.language`),
      name: one(sent, `texts.${index}.name`),
      description: one(sent, `texts.${index}.description`),
    })),
    room: one(sent, 'room'),
    attributes: Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => {
        const values = [value].flat().filter((each) => typeof each === 'string' && each.trim() !== '') as string[];
        return name.startsWith('attributes.') && values.length > 0 ? [[name.slice('attributes.'.length), values]] : [];
      }),
    ),
    units: rows('units', 'id').map((index) => ({
      id: one(sent, `units.${index}.id`),
      position: one(sent, `units.${index}.position`),
      name: one(sent, `units.${index}.name`),
      serial: one(sent, `units.${index}.serial`),
      code: one(sent, `units.${index}.code`),
      removed: one(sent, `units.${index}.removed`) === 'on',
    })),
    added: one(sent, 'added'),
    stewards: rows('stewards', 'id').map((index) => ({
      id: one(sent, `stewards.${index}.id`),
      name: one(sent, `stewards.${index}.name`),
      kept: one(sent, `stewards.${index}.kept`) === 'on',
    })),
    steward: one(sent, 'steward'),
  };
}

/** A number as people write it, with a comma or a point; NaN is refused by the API where it stands for nothing. */
const numberOf = (typed: string): number => Number(typed.trim().replace(/\s/g, '').replace(',', '.'));

/** Fields whose number cannot be read at all. */
export const unreadable = (draft: MachineDraft, type: MachineType): string[] => [
  ...type.attributes.flatMap(({ key, kind }) => {
    const [typed] = draft.attributes[key] ?? [];
    return kind === 'NUMBER' && typed !== undefined && !Number.isFinite(numberOf(typed)) ? [`attributes.${key}`] : [];
  }),
  ...(draft.added.trim() !== '' && !/^\d{1,2}$/.test(draft.added.trim()) ? ['added'] : []),
];

/** A draft as the API takes it; `stewardId` is the person whose name was added. */
export function inputOf(draft: MachineDraft, type: MachineType, stewardId?: string) {
  const added = Number(draft.added.trim() || 0);
  return {
    texts: draft.texts.map(({ language, name, description }) => ({ language, name, description })),
    room: draft.room,
    attributes: Object.entries(draft.attributes).map(([key, values]) => {
      const kind = type.attributes.find((attribute) => attribute.key === key)?.kind;
      if (kind === 'NUMBER') return { key, number: numberOf(values[0] ?? '') };
      if (kind === 'FLAG') return { key, flag: true };
      return kind === 'CHOICES' ? { key, options: [...values] } : { key, text: values[0] ?? '' };
    }),
    units: [
      ...draft.units
        .filter(({ removed }) => !removed)
        .map(({ id, name, serial }) => ({ id: id || null, name: name || null, serial })),
      ...Array.from({ length: added }, () => ({ id: null, name: null, serial: '' })),
    ],
    stewardIds: [
      ...draft.stewards.filter(({ kept }) => kept).map(({ id }) => id),
      ...(stewardId === undefined ? [] : [stewardId]),
    ],
  };
}

/** A field that two people changed: what is typed here, and what was saved meanwhile. */
export interface Clash {
  readonly field: string;
  readonly saved: string;
}

/** Where somebody else saved something other than what stands in the form, field by field. */
export function clashes(typed: MachineDraft, saved: MachineDraft): Clash[] {
  const differs = (field: string, mine: string, theirs: string) =>
    mine.trim() === theirs.trim() ? [] : [{ field, saved: theirs }];
  const keys = new Set([...Object.keys(typed.attributes), ...Object.keys(saved.attributes)]);
  return [
    ...typed.texts.flatMap(({ language, name, description }, index) => {
      const theirs = saved.texts.find((each) => each.language === language);
      return [
        ...differs(`texts.${index}.name`, name, theirs?.name ?? ''),
        ...differs(`texts.${index}.description`, description, theirs?.description ?? ''),
      ];
    }),
    ...differs('room', typed.room, saved.room),
    ...[...keys].flatMap((key) =>
      differs(`attributes.${key}`, (typed.attributes[key] ?? []).join(', '), (saved.attributes[key] ?? []).join(', ')),
    ),
    ...typed.units.flatMap(({ id, name, serial }, index) => {
      const theirs = saved.units.find((unit) => unit.id === id);
      return [
        ...differs(`units.${index}.name`, name, theirs?.name ?? ''),
        ...differs(`units.${index}.serial`, serial, theirs?.serial ?? ''),
      ];
    }),
  ];
}

import { describe, expect, test } from 'vitest';
import {
  after,
  type Draft,
  type DraftException,
  draftOf,
  inputOf,
  missingDays,
  readDraft,
  timeOf,
} from './draft.rules.ts';

const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const days: DraftException = {
  ...{ kind: 'SPECIAL_HOURS', startsOn: '2026-12-24', endsOn: '2026-12-26', opens: '10:00', closes: '14:00' },
  ...{ yearly: true, messages: { lt: 'Šventos Kalėdos', en: 'Christmas' } },
};
const draft: Draft = { weekly: [hours(1, '09:00', '12:00'), hours(3, '13:00', '18:00')], exceptions: [{ ...days }] };

/** What the fields of a form send. */
const sent = ({ weekly, exceptions }: Draft): Record<string, string> =>
  Object.fromEntries([
    ...weekly.flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`weekly.${index}.${name}`, String(value)]),
    ),
    ...exceptions.flatMap(({ messages, yearly, ...row }, index) => [
      ...Object.entries(row).map(([name, value]) => [`exceptions.${index}.${name}`, value]),
      ...Object.entries(messages).map(([language, text]) => [`exceptions.${index}.messages.${language}`, text]),
      ...(yearly ? [[`exceptions.${index}.yearly`, 'on']] : []),
    ]),
  ]);

describe('a draft', () => {
  test('is what its form sends', () => {
    expect(readDraft(sent(draft))).toEqual(draft);
    const many = {
      weekly: Array.from({ length: 12 }, (_, place) => hours(1 + (place % 7), '09:00', `${place + 10}:00`)),
    };
    expect(readDraft(sent({ ...many, exceptions: [] }))).toEqual({ ...many, exceptions: [] });
  });

  test('leaves out empty rows, and takes nothing else for its own', () => {
    const empty = { ...days, startsOn: '', endsOn: '' };
    const padded = { weekly: [hours(2, '', ''), ...draft.weekly], exceptions: [{ ...empty }, { ...days }] };
    expect(readDraft(sent(padded))).toEqual(draft);
    expect(readDraft({ key: 'a', 'weekly.x.opens': '1', 'weekly.0': 'b', 'exceptions.9999.startsOn': 'c' })).toEqual({
      weekly: [],
      exceptions: [],
    });
  });

  test('goes to the API and back unchanged', () => {
    const input = inputOf(draft);
    expect(draftOf(input)).toEqual(draft);
    const [single] = inputOf({
      weekly: [],
      exceptions: [{ ...days, kind: 'CLOSED', endsOn: '', messages: { lt: ' ' } }],
    }).exceptions;
    expect(single).toEqual({ ...days, kind: 'CLOSED', endsOn: '2026-12-24', opens: null, closes: null, messages: [] });
  });

  test('tells which days are missing', () => {
    expect(missingDays({ weekly: [], exceptions: [{ ...days }, { ...days, startsOn: '' }] })).toEqual([
      'exceptions.1.startsOn',
    ]);
  });
});

test.each([
  ['9', '09:00'],
  ['18', '18:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  [' 9:30 ', '09:30'],
  ['24', '24:00'],
  ['vakare', 'vakare'],
  ['9:3', '9:3'],
  ['', ''],
])('%s is the time %s', (typed, time) => {
  expect(timeOf(typed)).toBe(time);
});

describe('a step', () => {
  const centre = [hours(1, '08:00', '20:00')];
  const stepped = (step: string) => after(draft, step, centre, '2026-11-25');

  test('adds hours to a day: usual ones first, then from where it ends', () => {
    expect(stepped('add 2').weekly.at(-1)).toEqual(hours(2, '09:00', '18:00'));
    expect(stepped('add 1').weekly.at(-1)).toEqual(hours(1, '12:00', ''));
  });

  test('copies the day before, also one that is closed', () => {
    expect(stepped('copy 2').weekly).toEqual([...draft.weekly, hours(2, '09:00', '12:00')]);
    expect(stepped('copy 3').weekly).toEqual([hours(1, '09:00', '12:00')]);
  });

  test('removes, clears, fills, adds days and removes them', () => {
    expect(stepped('remove 0').weekly).toEqual([hours(3, '13:00', '18:00')]);
    expect(stepped('clear').weekly).toEqual([]);
    expect(stepped('fill').weekly).toEqual(centre);
    expect(stepped('addDays').exceptions.at(-1)).toMatchObject({ kind: 'CLOSED', startsOn: '2026-11-26' });
    expect(stepped('removeDays 0').exceptions).toEqual([]);
  });

  test('that is none changes nothing', () => {
    for (const step of ['', 'constructor', 'remove 7', 'remove x']) expect(stepped(step)).toEqual(draft);
  });
});

import { describe, expect, test } from 'vitest';
import {
  mostExceptions,
  mostPeriods,
  type OpeningPlan,
  type PlannedException,
  planProblems,
} from './opening-plan.rules.ts';

const today = '2026-11-25';
const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const closed = (draft: Partial<PlannedException> = {}): PlannedException => ({
  kind: 'closed',
  startsOn: '2026-12-24',
  endsOn: '2026-12-26',
  opens: null,
  closes: null,
  yearly: false,
  messages: {},
  ...draft,
});
const special = (opens: string, closes: string, draft: Partial<PlannedException> = {}) =>
  closed({ kind: 'special_hours', opens, closes, ...draft });
const told = (plan: Partial<OpeningPlan>) =>
  planProblems({ weekly: [], exceptions: [], ...plan }, today).map(({ field, message }) => [field, message.key]);

describe('a plan', () => {
  test('of any number of periods, round midnight and without any is fine', () => {
    expect(told({})).toEqual([]);
    expect(
      told({ weekly: [hours(1, '09:00', '12:00'), hours(1, '12:00', '18:00'), hours(7, '00:00', '24:00')] }),
    ).toEqual([]);
    expect(
      told({ exceptions: [closed({ endsOn: today, startsOn: '2026-11-01' }), special('10:00', '24:00')] }),
    ).toEqual([]);
    expect(told({ exceptions: [special('09:00', '12:00'), special('13:00', '15:00')] })).toEqual([]);
    expect(told({ exceptions: [closed({ yearly: true, startsOn: '2020-12-24', endsOn: '2021-01-06' })] })).toEqual([]);
    expect(told({ exceptions: [closed({ messages: { lt: 'Kalėdos', 'pt-PT': 'Natal' } })] })).toEqual([]);
  });

  test.each<[string, Partial<OpeningPlan>, [string, string][]]>([
    [
      'hours that end before they begin',
      { weekly: [hours(5, '18:00', '09:00')] },
      [['weekly.0.closes', 'closesBeforeOpens']],
    ],
    ['hours of no length', { weekly: [hours(5, '09:00', '09:00')] }, [['weekly.0.closes', 'closesBeforeOpens']]],
    ['hours over midnight', { weekly: [hours(5, '18:00', '02:00')] }, [['weekly.0.closes', 'closesBeforeOpens']]],
    [
      'a weekday that is none',
      { weekly: [hours(0, '09:00', '10:00'), hours(8, '09:00', '10:00')] },
      [
        ['weekly.0.weekday', 'weekday'],
        ['weekly.1.weekday', 'weekday'],
      ],
    ],
    [
      'times that are none',
      { weekly: [hours(1, '9:00', '25:00'), hours(2, '24:00', '24:00'), hours(3, '', '12:60')] },
      [
        ['weekly.0.opens', 'time'],
        ['weekly.0.closes', 'closingTime'],
        ['weekly.1.opens', 'time'],
        ['weekly.2.opens', 'time'],
        ['weekly.2.closes', 'closingTime'],
      ],
    ],
    [
      'hours that overlap',
      { weekly: [hours(1, '09:00', '12:00'), hours(2, '09:00', '12:00'), hours(1, '11:00', '13:00')] },
      [['weekly.2.opens', 'overlap']],
    ],
    [
      'the same hours twice',
      { weekly: [hours(1, '09:00', '12:00'), hours(1, '09:00', '12:00')] },
      [['weekly.1.opens', 'overlap']],
    ],
    [
      'days that end before they begin',
      { exceptions: [closed({ endsOn: '2026-12-23' })] },
      [['exceptions.0.endsOn', 'endsBeforeStarts']],
    ],
    [
      'days that are over',
      { exceptions: [closed({ startsOn: '2025-12-24', endsOn: '2025-12-26' })] },
      [['exceptions.0.endsOn', 'daysOver']],
    ],
    [
      'a year that comes back every year',
      { exceptions: [closed({ yearly: true, endsOn: '2027-12-24' })] },
      [['exceptions.0.endsOn', 'yearlyTooLong']],
    ],
    [
      'days in another age',
      { exceptions: [closed({ startsOn: '2226-12-24', endsOn: '2226-12-24' }), closed({ endsOn: '9999-12-31' })] },
      [
        ['exceptions.0.startsOn', 'tooFar'],
        ['exceptions.1.endsOn', 'tooFar'],
      ],
    ],
    [
      'special hours without hours',
      { exceptions: [closed({ kind: 'special_hours' })] },
      [
        ['exceptions.0.opens', 'time'],
        ['exceptions.0.closes', 'closingTime'],
      ],
    ],
    [
      'a closure with hours',
      { exceptions: [closed({ opens: '09:00', closes: '10:00' })] },
      [['exceptions.0.opens', 'closedHasHours']],
    ],
    [
      'special hours that overlap on a day',
      {
        exceptions: [
          special('09:00', '12:00'),
          special('11:00', '13:00', { startsOn: '2026-12-26', endsOn: '2026-12-28' }),
        ],
      },
      [['exceptions.1.opens', 'overlap']],
    ],
    [
      'a language that is none',
      { exceptions: [closed({ messages: { 'lt; drop': 'a' } })] },
      [['exceptions.0.messages', 'language']],
    ],
    [
      'more periods than anybody keeps',
      { weekly: Array.from({ length: mostPeriods + 1 }, () => hours(1, '09:00', '10:00')) },
      [['weekly', 'tooManyPeriods']],
    ],
    [
      'more days than anybody keeps',
      { exceptions: Array.from({ length: mostExceptions + 1 }, () => closed()) },
      [['exceptions', 'tooManyExceptions']],
    ],
  ])('with %s is refused by field', (_name, plan, problems) => {
    expect(told(plan)).toEqual(problems.map(([field, key]) => [field, `openingHours.${key}`]));
  });

  test.each([
    ['', 'text.missing'],
    ['a'.repeat(201), 'text.tooLong'],
    ['a'.repeat(1e6), 'text.tooLong'],
    ['a\0', 'text.unusable'],
  ])('with a message that cannot be kept is refused', (text, key) => {
    expect(told({ exceptions: [closed({ messages: { lt: text } })] })).toEqual([['exceptions.0.messages.lt', key]]);
  });
});

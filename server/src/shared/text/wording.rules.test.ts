import { describe, expect, test } from 'vitest';
import { clockTimes, dayName, durationName, withoutStop } from './wording.rules.ts';

const at = (text: string) => Date.parse(text);
const zone = 'Europe/Vilnius';

describe('in words', () => {
  test.each([
    [30, '30 min.', '30 minutes'],
    [60, '1 val.', '1 hour'],
    [90, '1 val. 30 min.', '1 hour 30 minutes'],
    [1440, '24 val.', '24 hours'],
    [2880, '2 d.', '2 days'],
    [3015, '2 d. 2 val. 15 min.', '2 days 2 hours 15 minutes'],
    [0, '0 min.', '0 minutes'],
  ])('%i minutes are %s, %s', (minutes, lt, en) => {
    expect([durationName(minutes, 'lt'), durationName(minutes, 'en')]).toEqual([lt, en]);
  });

  test('hours are those of the zone, and a day ends at 24:00', () => {
    expect(clockTimes(at('2026-11-25T07:00Z'), at('2026-11-25T22:00Z'), zone, 'lt')).toBe('09:00–24:00');
    expect(clockTimes(at('2026-07-24T21:00Z'), at('2026-07-25T00:30Z'), zone, 'en')).toBe('00:00–03:30');
  });

  test('a day has its year where that is not this one', () => {
    const now = at('2026-11-25T08:00Z');
    expect(dayName(at('2026-12-31T21:59Z'), zone, 'lt', now)).toBe('gruodžio 31 d.');
    expect(dayName(at('2026-12-31T22:00Z'), zone, 'lt', now)).toBe('2027 m. sausio 1 d.');
    expect(dayName(at('2026-12-31T22:00Z'), zone, 'en', now)).toBe('1 January 2027');
  });

  test('a sentence ends with one full stop', () => {
    expect(`${withoutStop('Valoma. ')}.`).toBe('Valoma.');
  });
});

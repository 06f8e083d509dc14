import { describe, expect, test } from 'vitest';
import { exceptionsAhead, nextChange, openAt } from './opening-now.rules.ts';

const zone = 'Europe/Vilnius';

test('a centre opens and closes at those very moments', () => {
  const opening = { zone, rules: [{ weekday: 3, opens: '08:00', closes: '20:00' }], exceptions: [] };
  const openFrom = (clock: string) => openAt(opening, Date.parse(`2026-11-25T${clock}Z`));
  expect(openFrom('05:59:59')).toBe(false);
  expect(openFrom('06:00:00')).toBe(true);
  expect(openFrom('17:59:59')).toBe(true);
  expect(openFrom('18:00:00')).toBe(false);
});

describe('the next change', () => {
  const weekly = { zone, rules: [{ weekday: 3, opens: '08:00', closes: '20:00' }], exceptions: [] };
  const changeAt = (moment: string, opening: Parameters<typeof nextChange>[0] = weekly) => {
    const { opens, closes } = nextChange(opening, Date.parse(moment));
    return { opens: opens && new Date(opens).toISOString(), closes: closes && new Date(closes).toISOString() };
  };

  test('is the closing of today, else the next opening', () => {
    expect(changeAt('2026-11-25T10:00:00Z')).toEqual({ opens: undefined, closes: '2026-11-25T18:00:00.000Z' });
    expect(changeAt('2026-11-25T18:00:00Z')).toEqual({ opens: '2026-12-02T06:00:00.000Z', closes: undefined });
  });

  test('is none of what is always open or never', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
    expect(changeAt('2026-11-25T10:00:00Z', { ...weekly, rules: days })).toEqual({});
    expect(changeAt('2026-11-25T10:00:00Z', { ...weekly, rules: [] })).toEqual({});
  });
});

describe('exceptions', () => {
  const past = { endsOn: '2026-11-24', yearly: false };
  const today = { endsOn: '2026-11-25', yearly: false };
  const yearly = { endsOn: '2020-02-16', yearly: true };

  test('are told until the midnight after their last day; those that come back every year never end', () => {
    const at = (moment: string) => exceptionsAhead([past, today, yearly], zone, Date.parse(moment));
    expect(at('2026-11-25T21:59:00Z')).toEqual([today, yearly]);
    expect(at('2026-11-25T22:00:00Z')).toEqual([yearly]);
  });
});

import { describe, expect, test } from 'vitest';
import { exceptionsAhead, openAt } from './opening-now.rules.ts';

const zone = 'Europe/Vilnius';

test('a centre opens and closes at those very moments', () => {
  const opening = { zone, rules: [{ weekday: 3, opens: '08:00', closes: '20:00' }], exceptions: [] };
  const openFrom = (clock: string) => openAt(opening, Date.parse(`2026-11-25T${clock}Z`));
  expect(openFrom('05:59:59')).toBe(false);
  expect(openFrom('06:00:00')).toBe(true);
  expect(openFrom('17:59:59')).toBe(true);
  expect(openFrom('18:00:00')).toBe(false);
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

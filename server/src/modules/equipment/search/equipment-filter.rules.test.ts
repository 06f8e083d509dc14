import { expect, test } from 'vitest';
import { mostCandidates } from './equipment-filter.rules.ts';

const from = new Date('2026-11-25T08:00:00Z');
const after = (days: number) => ({ from, until: new Date(from.getTime() + days * 86_400_000) });

test.each([
  [1 / 24, 3000],
  [1, 3000],
  [7, 2000],
  [14, 1000],
])('a search for %d days looks at the first %d in order', (days, most) => {
  expect(mostCandidates(after(days))).toBe(most);
});

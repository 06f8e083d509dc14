import { expect, test } from 'vitest';
import { stretchProblems } from './stretch.rules.ts';

test.each([
  ['an hour', '2026-11-26T10:00Z', '2026-11-26T11:00Z', []],
  ['as long as may be', '2026-11-01T10:00Z', '2026-12-02T10:00Z', []],
  ['a moment longer', '2026-11-01T10:00Z', '2026-12-02T10:00:00.001Z', ['endsAt booking.tooLong']],
  ['nothing', '2026-11-26T10:00Z', '2026-11-26T10:00Z', ['endsAt booking.endBeforeStart']],
  ['backwards', '2026-11-26T11:00Z', '2026-11-26T10:00Z', ['endsAt booking.endBeforeStart']],
  ['a century ago', '1926-11-26T10:00Z', '2026-11-26T11:00Z', ['startsAt booking.tooFar']],
  ['in another age', '2026-11-26T10:00Z', '+275760-09-13T00:00:00Z', ['endsAt booking.tooFar']],
  ['no dates', 'x', 'y', ['startsAt booking.tooFar', 'endsAt booking.tooFar']],
])('a stretch that is %s', (_, startsAt, endsAt, expected) => {
  const problems = stretchProblems({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, 31);
  expect(problems.map(({ field, message }) => `${field} ${message.key}`)).toEqual(expected);
});

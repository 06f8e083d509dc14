import { expect, test } from 'vitest';
import { codeEndsAt, isCode, pendingUntil, tidyCode } from './email-code.rules.ts';

test.each([
  ['482913', '482913'],
  [' 482 913 ', '482913'],
  ['482-913', '482913'],
  ['482\u00a0913\n', '482913'],
])('a code typed as %j is %s', (typed, code) => {
  expect(tidyCode(typed)).toBe(code);
  expect(isCode(tidyCode(typed))).toBe(true);
});

test.each(['', '48291', '4829130', '48291x', '４８２９１３'])('%j is no code', (text) => {
  expect(isCode(text)).toBe(false);
});

test('what waits outlives its code, so that another may be sent', () => {
  const sent = new Date('2026-11-27T10:00:00Z');
  expect(codeEndsAt(sent)).toEqual(new Date('2026-11-27T10:15:00Z'));
  expect(pendingUntil(sent).getTime()).toBeGreaterThan(codeEndsAt(sent).getTime());
});

import { expect, test } from 'vitest';
import { keptHold, keptText } from './kept-hold.rules.ts';

test.each([
  { token: '7f6c1c52-5c10-4bd5-9d4a-1f2f8f0d2c11', chosen: true },
  { token: '7f6c1c52-5c10-4bd5-9d4a-1f2f8f0d2c11', chosen: false },
])('a hold is kept as it came: $chosen', (hold) => {
  expect(keptHold(keptText(hold))).toEqual(hold);
});

test('what a link brings cannot call itself chosen', () => {
  expect(keptHold(keptText({ token: 'brought:x', chosen: false }))).toEqual({ token: 'brought:x', chosen: false });
});

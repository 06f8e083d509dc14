import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.rules.ts';

test.each([
  ['a refusal', { type: 'failure', status: 409 }, 'answered'],
  ['a network that is gone', { type: 'error', error: { status: 500 } }, 'lost'],
  ['a proxy whose server is gone', { type: 'error', error: { status: 502 } }, 'lost'],
  ['a server that broke', { type: 'error', status: 500, error: { status: 500 } }, 'broken'],
  ['a thing that is gone', { type: 'error', status: 404, error: { status: 404 } }, 'answered'],
  ['a post from elsewhere', { type: 'error', error: { status: 403 } }, 'answered'],
] as const)('%s', (_what, result, outcome) => {
  expect(outcomeOf(result)).toBe(outcome);
});

import { expect, test } from 'vitest';
import type { Problem } from '#lib/api/errors.ts';
import { rendered } from '#lib/testing/rendered.ts';
import ProblemNotice from './problem-notice.svelte';

const said = async (problem: Problem | undefined) => (await rendered(ProblemNotice, { problem })).text;

test('a refusal is said as the API says it', async () => {
  expect(await said({ code: 'FORBIDDEN', message: 'Only staff may do this.' })).toMatch(/Only staff may do this\./);
});

test('a fault of ours is said in our words, with what to quote', async () => {
  const text = await said({ code: 'INTERNAL', message: 'relation "x" does not exist', reference: 'ab12' });
  expect(text).toMatch(/still here.*ab12/);
  expect(text).not.toMatch(/relation/);
});

test('where nothing went wrong nothing is said', async () => {
  expect(await said(undefined)).toBe('');
});

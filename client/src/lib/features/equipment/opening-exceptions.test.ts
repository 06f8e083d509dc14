import { expect, test } from 'vitest';
import { rendered } from '#lib/testing/rendered.ts';
import OpeningExceptions from './opening-exceptions.svelte';

const closed = {
  id: 'x',
  kind: 'CLOSED' as const,
  startsOn: '2026-12-24',
  endsOn: '2026-12-26',
  yearly: true,
  opens: null,
  closes: null,
  message: 'Christmas',
};
const said = async (today: string, days = [closed]) =>
  (await rendered(OpeningExceptions, { days, today, title: 'Other days' }, 'equipment')).text;

test('days that come back each year are told with their next dates, and why', async () => {
  expect(await said('2026-11-27')).toMatch(/^Other days 24.–.26 December: closed.*\(Christmas\)$/i);
});

test('a day more than a year away is told with its year', async () => {
  const once = { ...closed, yearly: false, startsOn: '2028-02-29', endsOn: '2028-02-29' };
  expect(await said('2026-11-27', [once])).toMatch(/29 February 2028/);
});

test('where no such day comes, nothing is said, not even the title', async () => {
  expect(await said('2026-12-27', [{ ...closed, yearly: false }])).toBe('');
});

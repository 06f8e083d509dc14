import { expect, test } from 'vitest';
import { orUnavailable, UnavailableError } from './availability.ts';
import { isOutage } from './retry.ts';

const headers = new Headers({ 'accept-language': 'lt' });
const hidden = () => Promise.reject(new Error('the library does not say why'));

test('a failure while the database is away is told as such, and known as an outage, also where its cause is hidden', async () => {
  const failure: unknown = await orUnavailable(headers, async () => false, hidden).catch((error) => error);
  expect(failure).toBeInstanceOf(UnavailableError);
  expect(failure).toMatchObject({ locale: 'lt' });
  expect(isOutage(failure)).toBe(true);
});

test('a failure while the database answers stays what it is', async () => {
  const failure: unknown = await orUnavailable(headers, async () => true, hidden).catch((error) => error);
  expect(failure).toMatchObject({ message: 'the library does not say why' });
  expect(isOutage(failure)).toBe(false);
});

import { expect, test } from 'vitest';
import { actionQuery } from './action-query.rules.ts';

test.each([
  ['/lt/sign-in', ''],
  ['/lt/sign-in?next=%2Flt%2Fbookings&reset', '&next=%2Flt%2Fbookings&reset='],
  ['/lt/sign-in?/password&next=%2Flt', '&next=%2Flt'],
])('%s', (path, query) => {
  expect(actionQuery(new URL(path, 'https://talka.example'))).toBe(query);
});

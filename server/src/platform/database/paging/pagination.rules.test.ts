import { describe, expect, test } from 'vitest';
import { decodeKeyset, encodeKeyset } from './pagination.rules.ts';

describe('the cursor of a list', () => {
  test('leads back to its sort values', () => {
    const keyset = ['2026-11-25T08:00:00.123456Z', '01a1e9a0-0000-7000-8000-000000000000', 'Ąžuolas', 3, null];
    expect(decodeKeyset(encodeKeyset(keyset), ['instant', 'id', 'string', 'number', 'number?'])).toEqual(keyset);
  });

  test.each(['', '!', 'bm9uc2Vuc2U', encodeKeyset(['one', 'two'])])('%j is none', (cursor) => {
    expect(decodeKeyset(cursor, ['string'])).toBeUndefined();
  });

  test.each([
    '2026-11-25',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-25T24:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-11-25T08:00:00+02:00',
  ])('%s is no instant that the database would take', (value) => {
    expect(decodeKeyset(encodeKeyset([value]), ['instant'])).toBeUndefined();
  });

  test.each(['a', 'a\0', '\ud800'])('%j is no id', (value) => {
    expect(decodeKeyset(encodeKeyset([value]), ['id'])).toBeUndefined();
  });
});

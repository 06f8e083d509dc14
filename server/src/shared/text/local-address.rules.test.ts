import { describe, expect, test } from 'vitest';
import { localAddress } from './local-address.rules.ts';

describe('an address to go on to', () => {
  test.each([
    ['/', '/'],
    ['/lt/bookings?period=PAST#next', '/lt/bookings?period=PAST#next'],
    ['/lt/../en/find', '/en/find'],
    ['/lt/paieška', '/lt/paie%C5%A1ka'],
  ])('%s is ours', (given, address) => {
    expect(localAddress(given)).toBe(address);
  });

  test.each([
    '',
    'lt/bookings',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/lt/..//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    '//[',
  ])('%j leads away or nowhere', (given) => {
    expect(localAddress(given)).toBeUndefined();
  });
});

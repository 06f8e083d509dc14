import { describe, expect, test } from 'vitest';
import { clientAddress, mayOpenSocket } from './origin.rules.ts';

const own = 'https://talka.example';

describe('a page may open a socket', () => {
  test.each([
    [own, 'talka.example', false, true],
    [undefined, 'talka.example', false, true],
    ['https://evil.example', 'talka.example', false, false],
    ['https://talka.example.evil.example', 'talka.example', false, false],
    ['http://talka.example', 'talka.example', false, false],
    ['null', 'talka.example', true, false],
    ['http://127.0.0.1:4000', '127.0.0.1:4000', true, true],
    ['http://127.0.0.1:4000', '127.0.0.1:4000', false, false],
    ['http://localhost:5173', '127.0.0.1:4000', true, false],
    ['http://undefined', undefined, true, false],
  ])('from %s at %s (development: %s): %s', (origin, host, development, allowed) => {
    expect(mayOpenSocket({ origin, host }, own, development)).toBe(allowed);
  });
});

describe('the address of a client', () => {
  test.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['::ffff:127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['172.18.0.2', '203.0.113.9', '203.0.113.9'],
    ['172.32.0.2', '203.0.113.9', '172.32.0.2'],
    ['fd12::2', '203.0.113.9', '203.0.113.9'],
    ['::1', undefined, '::1'],
    ['127.0.0.1', '', '127.0.0.1'],
    [undefined, undefined, ''],
  ])('%s, forwarded for %s, is %s', (remote, forwardedFor, address) => {
    expect(clientAddress(remote, forwardedFor)).toBe(address);
  });
});

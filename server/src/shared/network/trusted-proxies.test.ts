import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf, isProxyList, trustedProxies } from './trusted-proxies.ts';

const requestFrom = (remoteAddress: string, forwardedFor?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwardedFor } }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  test.each([
    ['loopback', '203.0.113.9', undefined, '203.0.113.9'],
    ['loopback', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['loopback', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['loopback', '::ffff:127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['loopback', '::1', undefined, '::1'],
    ['loopback', '192.168.1.5', '203.0.113.9', '192.168.1.5'],
    ['10.0.3.7', '10.0.3.7', '203.0.113.9', '203.0.113.9'],
    ['10.0.3.7', '10.0.3.8', '203.0.113.9', '10.0.3.8'],
    ['10.0.3.7', '127.0.0.1', '203.0.113.9', '127.0.0.1'],
    ['loopback, 10.0.0.0/8', '127.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.3.7', '203.0.113.9'],
    ['uniquelocal', '172.18.0.2', '203.0.113.9', '203.0.113.9'],
    ['uniquelocal', '172.32.0.2', '203.0.113.9', '172.32.0.2'],
    ['uniquelocal', 'fd12::2', '2001:db8::9', '2001:db8::9'],
  ])('behind %s, asked from %s, forwarded for %s, is %s', (proxies, remote, forwardedFor, address) => {
    expect(addressOf(requestFrom(remote, forwardedFor), trustedProxies(proxies))).toBe(address);
  });
});

test.each([
  ['loopback', true],
  ['127.0.0.1, fd12:3456::/32', true],
  ['proxy', false],
  ['10.0.0.0/64', false],
  ['10.0.3.7,', false],
])('a list of proxies, %j, can be read: %s', (list, readable) => {
  expect(isProxyList(list)).toBe(readable);
});

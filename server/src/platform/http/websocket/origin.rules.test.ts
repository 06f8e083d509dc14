import { describe, expect, test } from 'vitest';
import { mayOpenSocket } from './origin.rules.ts';

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
    ['http://localhost:4000', 'localhost:4000', true, true],
    ['http://[::1]:4000', '[::1]:4000', true, true],
    ['http://192.168.1.20:4000', '192.168.1.20:4000', true, false],
    ['http://rebound.example:4000', 'rebound.example:4000', true, false],
    ['http://localhost.evil.example:4000', 'localhost.evil.example:4000', true, false],
    ['http://localhost:5173', '127.0.0.1:4000', true, false],
    ['http://undefined', undefined, true, false],
  ])('from %s at %s (development: %s): %s', (origin, host, development, allowed) => {
    expect(mayOpenSocket({ origin, host }, own, development)).toBe(allowed);
  });
});

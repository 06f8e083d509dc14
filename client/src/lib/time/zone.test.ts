import { expect, test } from 'vitest';
import { readZone } from './zone.ts';

test.each([
  ['Europe/Lisbon', 'Europe/Lisbon'],
  ['europe/lisbon', 'Europe/Lisbon'],
  ['Europe/Nowhere', 'Europe/Vilnius'],
  ['<script>', 'Europe/Vilnius'],
  ['', 'Europe/Vilnius'],
  [undefined, 'Europe/Vilnius'],
])('a reader whose cookie says %s reads times of %s, asked again or not', (cookie, zone) => {
  for (const _again of [1, 2]) expect(readZone(cookie)).toBe(zone);
});

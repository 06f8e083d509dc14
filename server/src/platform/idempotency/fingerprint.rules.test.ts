import { expect, test } from 'vitest';
import { fingerprintText } from './fingerprint.rules.ts';

test('equal inputs have one fingerprint, whatever the order of their fields and however nothing is said', () => {
  const at = new Date('2026-11-25T12:00:00Z');
  const one = fingerprintText({ at, unit: null, tags: ['a', 'b'], of: { x: 1, y: 2 } });
  expect(fingerprintText({ of: { y: 2, x: 1 }, tags: ['a', 'b'], at: new Date(at), purpose: undefined })).toBe(one);
  expect(fingerprintText({ at, tags: ['b', 'a'], of: { x: 1, y: 2 } })).not.toBe(one);
  expect(fingerprintText({ at: new Date(0), tags: ['a', 'b'], of: { x: 1, y: 2 } })).not.toBe(one);
});

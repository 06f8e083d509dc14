import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestMade, nearest, readMade } from './made.rules.ts';

describe('what somebody said', () => {
  test.each([
    ['laser', 'laser'],
    ['  laser\t\ncutter ', 'laser cutter'],
    ['\u202eresal', 'resal'],
    ['la\u2066ser\u2069', 'la ser'],
    ['🪵 medis', '🪵 medis'],
    ['👩‍🎨', '👩‍🎨'],
    ['\ud83d', ''],
    ['(laser & !kiln) | "', '(laser & !kiln) | "'],
    ['', ''],
  ])('%j is looked for as %j', (said, text) => {
    expect(readMade(said)).toEqual({ text, cut: false });
  });

  test('of ten kilobytes is looked for by its beginning', () => {
    const { text, cut } = readMade('ž'.repeat(10_000));
    expect({ length: text.length, cut }).toEqual({ length: longestMade, cut: true });
  });

  test('can always be asked of the API and passed on in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const { text } = readMade(said);
        expect([...text].length).toBeLessThanOrEqual(longestMade);
        expect(new URLSearchParams(new URLSearchParams({ text }).toString()).get('text')).toBe(text);
        expect(readMade(text)).toEqual({ text, cut: false });
      }),
    );
  });
});

describe('the nearest to a word that nothing is called by', () => {
  const things = ['Lazerinio pjovimo staklės', 'Keramikos krosnis', 'Siuvimo mašina'].map((name) => ({ name }));

  test.each([
    ['lzerins', ['Lazerinio pjovimo staklės']],
    ['krosnele keramyka', ['Keramikos krosnis']],
    ['SIUVYMAS', ['Siuvimo mašina']],
    ['🪵', []],
    ['qqqq', []],
    ['', []],
  ])('%s is %j', (said, names) => {
    expect(nearest(said, things).map(({ name }) => name)).toEqual(names);
  });
});

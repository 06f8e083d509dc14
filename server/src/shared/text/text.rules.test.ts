import { describe, expect, test } from 'vitest';
import { isAskable, lineProblem, oneLine, textProblem } from './text.rules.ts';

const limits = { minimum: 3, maximum: 5 };

describe('a text', () => {
  test.each([
    ['abc', undefined],
    ['  abcde  ', undefined],
    ['a\tb\nc', undefined],
    ['🪚🪚🪚🪚🪚', undefined],
    ['', 'text.missing'],
    ['   \n', 'text.missing'],
    ['\u200b\u200b\u200b', 'text.missing'],
    ['ab', 'text.tooShort'],
    ['abcdef', 'text.tooLong'],
    ['x'.repeat(1_000_000), 'text.tooLong'],
    ['ab\0', 'text.unusable'],
    ['ab\u0007', 'text.unusable'],
    ['ab\ud800', 'text.unusable'],
  ])('%j: %s', (value, key) => {
    expect(textProblem(value, limits)?.key).toBe(key);
  });

  test('may be left empty where no length is asked for', () => {
    expect(textProblem('  ', { minimum: 0, maximum: 5 })).toBeUndefined();
  });

  test.each(['\u202eabc', 'a\u202ab', 'a\u2066bc\u2069'])('%j turns what stands beside it and is no name', (value) => {
    expect(lineProblem(value, limits)?.key).toBe('text.turning');
    expect(textProblem(value, limits)?.key).not.toBe('text.turning');
  });

  test('from the right is a name like any other', () => {
    expect(lineProblem('שלום\u200f', limits)).toBeUndefined();
    expect(lineProblem('ab', limits)?.key).toBe('text.tooShort');
  });

  test('comes on one line where it is a name', () => {
    expect(oneLine(' Lazeris \n po\u00a0pietų\t')).toBe('Lazeris po pietų');
  });

  test('is looked for only where it could be kept', () => {
    expect(isAskable('vilnius', 80)).toBe(true);
    expect(isAskable('vilnius\0', 80)).toBe(false);
  });
});

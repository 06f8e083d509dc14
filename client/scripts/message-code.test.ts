import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { createWords, type Message, speak } from '../src/lib/i18n/words.ts';
import { messageCode } from './message-code.mjs';

/** What a reader of a language sees of a message. */
function read(locale: 'lt' | 'en', text: string, values?: Record<string, string | number>): string {
  const code = messageCode(compileMessageOrThrow(text));
  const message: Message = new Function(`return ${code}`)();
  return speak(message, createWords(locale), values);
}

test.each([
  ['Centrai', undefined, 'Centrai'],
  ["It's a '{brace}' \"quoted\" `word` $ {x}", { x: 1 }, 'It\'s a {brace} "quoted" `word` $ 1'],
  ['{name}', { name: 'Aistė' }, 'Aistė'],
  ['Ačiū, {name}!', { name: 'Jonai' }, 'Ačiū, Jonai!'],
  ['{a}{b}', { a: 1, b: 2 }, '12'],
])('%s', (text, values, expected) => {
  expect(read('lt', text, values)).toBe(expected);
});

const centres = '{count, plural, =0 {nėra centrų} one {# centras} few {# centrai} many {# centro} other {# centrų}}';
test.each([
  [0, 'nėra centrų'],
  [1, '1 centras'],
  [3, '3 centrai'],
  [11, '11 centrų'],
  [21, '21 centras'],
  [1.5, '1,5 centro'],
  [12_345, '12 345 centrai'],
])('%d is counted as Lithuanian does', (count, expected) => {
  expect(read('lt', centres, { count }).replace(/\s/g, ' ')).toBe(expected);
});

test('one number may be counted within another', () => {
  const text =
    '{all, plural, one {{free, number} of # free} other {{free, number} of # free, {free, plural, one {# is} other {# are}} yours}}';
  expect(read('en', text, { all: 1200, free: 1 })).toBe('1 of 1,200 free, 1 is yours');
});

test('a word chooses its sentence, and one that is not foreseen gets the other', () => {
  const text = '{kind, select, offer {Offers} other {Posts}}';
  expect(read('en', text, { kind: 'offer' })).toBe('Offers');
  expect(read('en', text, { kind: 'constructor' })).toBe('Posts');
});

test('what cannot be written as code is refused when building', () => {
  expect(() => read('en', '{at, date, short}', { at: 0 })).toThrow('{at, date}');
});

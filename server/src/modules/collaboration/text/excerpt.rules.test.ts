import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.rules.ts';

test.each([
  ['<p>Molis ir <strong>glazūra</strong>.</p>', 'Molis ir glazūra.'],
  ['<p>Du</p>\n<ul><li>trys</li><li>keturi</li></ul>', 'Du trys keturi'],
  ['<p>5 &lt; 6 &amp; &quot;taip&quot;</p>', '5 < 6 & "taip"'],
  ['<p>&unknown; lieka</p>', '&unknown; lieka'],
  ['', ''],
])('%j reads as %j', (html, text) => {
  expect(excerptOf(html, 100)).toBe(text);
});

test('a long text ends between words with an ellipsis', () => {
  expect(excerptOf('<p>vienas du, trys keturi</p>', 12)).toBe('vienas du…');
});

test('a long word is cut rather than left out', () => {
  expect(excerptOf(`<p>${'a'.repeat(50)}</p>`, 20)).toBe(`${'a'.repeat(10)}…`);
});

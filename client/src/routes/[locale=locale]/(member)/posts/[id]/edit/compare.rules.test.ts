import { expect, test } from 'vitest';
import { compareTexts } from './compare.rules.ts';

test('paragraphs that the own text lacks are marked, whatever the line ends and gaps between them', () => {
  expect(compareTexts('Molis\n\nGlazūra\n\nKrosnis', 'Molis\r\n\r\n\r\nKrosnis ')).toEqual([
    { text: 'Molis', missing: false },
    { text: 'Glazūra', missing: true },
    { text: 'Krosnis', missing: false },
  ]);
});

test('equal texts mark nothing', () => {
  expect(compareTexts('Molis\nGlazūra', 'Molis\nGlazūra').some(({ missing }) => missing)).toBe(false);
});

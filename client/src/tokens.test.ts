import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The tokens of a theme: those of its block over those of the light one. */
function tokensOf(css: string, selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = tokensOf(css, ':root');
const themes = {
  light,
  'dark by the system': tokensOf(css, ':root:not([data-theme="light"])'),
  'dark by choice': tokensOf(css, ':root[data-theme="dark"]'),
};

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** The marks by which drawn time is told apart, each against its own ground and all it may lie beside. */
const marks: readonly (readonly [mark: string, grounds: readonly string[]])[] = [
  ['moss', ['moss-wash', 'card', 'past', 'sunk']],
  ['madder', ['madder-wash', 'moss-wash', 'card', 'past', 'sunk']],
  ['amber', ['amber-wash', 'moss-wash', 'card', 'past', 'sunk']],
  ['flax', ['flax-wash', 'moss-wash', 'card', 'past', 'sunk']],
  ['line-strong', ['sunk', 'card']],
];
const texts: readonly (readonly [text: string, ground: string])[] = [
  ['moss', 'moss-wash'],
  ['madder', 'madder-wash'],
  ['amber', 'amber-wash'],
  ['flax', 'flax-wash'],
  ['ink', 'past'],
  ['ink', 'sunk'],
  ['ink-soft', 'sunk'],
];

describe.each(Object.entries(themes))('time in the theme %s', (_theme, tokens) => {
  const token = (name: string) => tokens.get(name) ?? expect.fail(`no token ${name}`);

  test.each(marks.flatMap(([mark, grounds]) => grounds.map((ground) => [mark, ground] as const)))(
    'what is marked in %s stands out from %s',
    (mark, ground) => {
      expect(contrast(token(mark), token(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(texts)('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });
});

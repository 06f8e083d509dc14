import { expect, test } from 'vitest';
import { cardOf, escaped, wrapped } from './card.rules.ts';

test('a name is broken where words end, and cut where there is no room', () => {
  expect(wrapped('Kirtimų kultūros centras', 18, 3)).toEqual(['Kirtimų kultūros', 'centras']);
  expect(wrapped('vienas du trys keturi', 6, 2)).toEqual(['vienas', 'du…']);
  expect(wrapped('nebeprisikiškiakopūsteliaudavome', 10, 2)).toEqual(['nebeprisi…']);
  expect(wrapped('  ', 10, 2)).toEqual([]);
});

test('a name cannot say more than a name', () => {
  expect(escaped('Ø <script>&"\u0000\u000b')).toBe('Ø &lt;script&gt;&amp;&quot;');
  const card = cardOf({ drawn: '', craft: 'blue', title: '</text><image/>', lines: ['a & b'] }, () => '#000');
  expect(card).not.toContain('<image');
  expect(card).toContain('a &amp; b');
});

test('a day stands as a strip under the drawing, in its shares', () => {
  const day = [
    { from: 0, to: 0.5, kind: 'closed' },
    { from: 0.5, to: 0.75, kind: 'free' },
  ] as const;
  const card = cardOf({ drawn: '', craft: 'blue', title: 'Laser', lines: [], day }, (token) => token);
  expect(card).toContain('x="600" y="530" width="268" height="30" fill="moss"');
  expect(cardOf({ drawn: '', craft: 'blue', title: 'Laser', lines: [] }, (token) => token)).not.toContain(
    'class="hour"',
  );
});

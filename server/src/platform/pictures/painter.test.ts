import { expect, test } from 'vitest';
import { createPainter } from './painter.ts';

const drawn = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="10" y="60" font-family="Bricolage Grotesque" font-size="40">${text}</text></svg>`;

test('a drawing becomes a PNG of its size, with its letters in it', async () => {
  const painter = createPainter();
  const [empty, written] = await Promise.all([painter.png(drawn('')), painter.png(drawn('Ąžuolas'))]);
  const view = new DataView(written?.buffer as ArrayBuffer);
  expect(new TextDecoder('latin1').decode(written?.slice(1, 4))).toBe('PNG');
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([400, 100]);
  expect(written?.length).toBeGreaterThan((empty?.length ?? 0) + 500);
});

test('what was painted is kept, and who comes when many wait gets nothing', async () => {
  const painter = createPainter();
  const first = await painter.png(drawn('first'));
  const many = Array.from({ length: 30 }, (_, index) => painter.png(drawn(String(index))));
  expect(await painter.png(drawn('first'))).toBe(first);
  const painted = await Promise.all(many);
  expect(painted.filter((png) => png === undefined).length).toBeGreaterThan(0);
  expect(painted[0]).toBeInstanceOf(Uint8Array);
});

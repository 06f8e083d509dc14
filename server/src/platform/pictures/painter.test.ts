import { expect, test } from 'vitest';
import { createPainter } from './painter.ts';

const drawn = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="10" y="60" font-family="Bricolage Grotesque" font-size="40">${text}</text></svg>`;

const home = '192.0.2.1';

test('a drawing becomes a PNG of its size, with its letters in it', async () => {
  const painter = createPainter();
  const [empty, written] = await Promise.all([painter.png(drawn(''), home), painter.png(drawn('Ąžuolas'), home)]);
  const view = new DataView(written?.buffer as ArrayBuffer);
  expect(new TextDecoder('latin1').decode(written?.slice(1, 4))).toBe('PNG');
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([400, 100]);
  expect(written?.length).toBeGreaterThan((empty?.length ?? 0) + 500);
});

test('what was painted is kept, and who comes when many wait gets nothing', async () => {
  const painter = createPainter();
  const first = await painter.png(drawn('first'), home);
  const many = Array.from({ length: 30 }, (_, index) => painter.png(drawn(String(index)), `203.0.113.${index}`));
  expect(await painter.png(drawn('first'), home)).toBe(first);
  const painted = await Promise.all(many);
  expect(painted.filter((png) => png === undefined).length).toBeGreaterThan(0);
  expect(painted[0]).toBeInstanceOf(Uint8Array);
});

test('one network waits for a few pictures at most, and others get theirs meanwhile', async () => {
  const painter = createPainter();
  const many = Array.from({ length: 6 }, (_, index) => painter.png(drawn(`many ${index}`), home));
  const other = painter.png(drawn('other'), '198.51.100.1');
  expect((await Promise.all(many)).filter((png) => png !== undefined)).toHaveLength(3);
  expect(await other).toBeInstanceOf(Uint8Array);
  expect(await painter.png(drawn('again'), home)).toBeInstanceOf(Uint8Array);
});

test('what is no drawing is refused, and the next one is painted', async () => {
  const painter = createPainter();
  await expect(painter.png('no drawing', home)).rejects.toThrow();
  expect(await painter.png(drawn('next'), home)).toBeInstanceOf(Uint8Array);
});

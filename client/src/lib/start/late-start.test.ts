import { expect, test } from 'vitest';
import { startLate } from './late-start.ts';
import { whenUsed } from './when-used.ts';

const page = (script: string) =>
  `<head><link href="./a.js" rel="modulepreload"><link href="./a.woff2" rel="preload"></head><body>import("x")${script}</body>`;
const kit = 'import("./_app/immutable/entry/start.Ab1.js").then(async (kit) => { await import("./app.js"); });';

test('a page waits for its reader before it fetches anything', () => {
  const late = startLate(page(kit));
  expect(late).toContain('<link href="./a.js" rel="later"><link href="./a.woff2" rel="preload">');
  expect(late).toContain('().then(() => import("./_app/immutable/entry/start.Ab1.js")).then(async (kit) =>');
  expect(late.indexOf('whenUsed')).toBeLessThan(late.indexOf('entry/start'));
  expect(late).toContain(`(${whenUsed})`);
});

test('a page without scripts stays as it is', () => {
  expect(startLate(page(''))).toBe(page(''));
});

import { expect, test } from 'vitest';
import { startLate } from './late-start.ts';
import { whenUsed } from './when-used.ts';

const kit =
  '<script nonce="x1">import("./_app/immutable/entry/start.Ab1.js").then(async (kit) => { await import("./app.js"); });</script>';
const page = (body: string) =>
  `<head><link href="./a.js" rel="modulepreload"><link href="./a.woff2" rel="preload"></head><body>${body}</body>`;
const part = '<div data-alive="free-list" data-props="{}"></div>';
const late = (html: string) => startLate(html, '/parts.js', { locale: 'lt', zone: 'Europe/Vilnius' });

test('a page with parts starts them when its reader uses it, and nothing else', () => {
  const html = late(page(part + kit));
  expect(html).toContain(`<script nonce="x1">(${whenUsed})().then(() => import("/parts.js"))`);
  expect(html).toContain('start({"locale":"lt","zone":"Europe/Vilnius"})');
  expect(html).not.toContain('entry/start');
  expect(html).toContain('<head><link href="./a.woff2" rel="preload"></head>');
});

test('a page without parts needs no scripts', () => {
  expect(late(page(kit))).toBe('<head><link href="./a.woff2" rel="preload"></head><body></body>');
});

test('a page that SvelteKit does not run stays as it is', () => {
  expect(late(page(''))).toBe(page(''));
});

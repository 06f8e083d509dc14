import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { mostKilobytes, weigh } from '../client/browser/weight.ts';
import { demoPages, signIn } from './demo.mjs';
import { startProduct } from './product.mjs';

/** What a browser with an empty cache fetches for each page until it rests, for a visitor and for a member. */
const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
const product = await startProduct({ DATA_DIR: folder, DEMO: '1' });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const paths = await demoPages(product.address);
const member = await browser.newContext({ viewport: screens.phone });
await signIn(member, product.address);
const guest = await browser.newContext({ viewport: screens.phone });
const desk = await browser.newContext({ viewport: screens.desktop });
const rows = {};
for (const [name, path] of Object.entries(paths)) {
  const address = `${product.address}/lt${path}`;
  const [phone, desktop] = [await weigh(guest, address), await weigh(desk, address)];
  const signedIn = await weigh(member, address);
  const html = await (await fetch(address)).text();
  rows[name] = {
    'KB of JavaScript, gzip': phone,
    desktop,
    'signed in': signedIn,
    'HTML (KB gzip)': Math.round(gzipSync(html).length / 102.4) / 10,
  };
}
console.table(rows);
console.log(`Most: ${mostKilobytes} KB (on a desktop the map comes on top where it is in sight)`);
await browser.close();
await product.stop();
rmSync(folder, { recursive: true, force: true });

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { demoPages } from './demo.mjs';
import { startProduct } from './product.mjs';

/**
 * What Lighthouse says of the public pages on a slow phone, in both languages. `--only=home,posts` asks for some
 * pages, `--lang=lt` for one language, `--why` names what costs points.
 */
const option = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
const only = option('only')?.split(',');
const languages = option('lang')?.split(',') ?? (process.argv.includes('--quick') ? ['lt'] : ['lt', 'en']);
const why = process.argv.includes('--why');

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
await once(probe, 'close');

const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
const product = await startProduct({ DATA_DIR: folder, DEMO: '1' });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  args: [
    `--remote-debugging-port=${port}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
  ],
});
const rows = {};
for (const [name, path] of Object.entries(await demoPages(product.address))) {
  if (only && !only.includes(name)) continue;
  for (const language of languages) {
    const { lhr } = await lighthouse(`${product.address}/${language}${path}`, { port, logLevel: 'silent' });
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    const figure = (audit) => lhr.audits[audit].numericValue;
    rows[`${name}, ${language}`] = {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best practices': score('best-practices'),
      seo: score('seo'),
      'largest paint (s)': Math.round(figure('largest-contentful-paint') / 10) / 100,
      'blocked (ms)': Math.round(figure('total-blocking-time')),
      'layout shift': Math.round(figure('cumulative-layout-shift') * 1000) / 1000,
      'transferred (KB)': Math.round(figure('total-byte-weight') / 1024),
    };
    if (!why) continue;
    for (const audit of Object.values(lhr.audits)) {
      if (audit.score === null || audit.score >= 0.9) continue;
      const things = [audit.details?.items ?? []]
        .flat()
        .slice(0, 4)
        .map(
          (item) =>
            item.node?.snippet ?? item.url ?? item.description ?? item.label ?? JSON.stringify(item).slice(0, 160),
        );
      console.log(
        `${name}, ${language}: ${audit.id} ${audit.score} ${audit.displayValue ?? ''} ${things.join(' | ').slice(0, 500)}`,
      );
    }
  }
}
console.table(rows);
await browser.close();
await product.stop();
rmSync(folder, { recursive: true, force: true });

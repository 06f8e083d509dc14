import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale } from './build.mjs';
import { findBrowser, findNats, findPostgres } from './find-services.mjs';

/**
 * Runs every test. Those with a browser, PostgreSQL or NATS run where one is found; with
 * `TEST_REQUIRE=browser,postgres` a missing one is a failure. Arguments go to Vitest.
 */
const root = join(import.meta.dirname, '../..');
const required = (process.env.TEST_REQUIRE ?? '').split(',').filter(Boolean);
const found = { browser: findBrowser(), postgres: await findPostgres(), nats: await findNats() };
const help = {
  browser:
    'the browser tests: no Chromium was found. Install one (Debian and Ubuntu: apt install chromium) or name one in CHROME_PATH.',
  postgres:
    'the PostgreSQL tests (races, reversed commits): no server answers on 127.0.0.1:5432. Start one that lets "postgres" create databases, or name one in TEST_DATABASE_URL.',
  nats: 'what wakes processes over NATS: no server answers on 127.0.0.1:4222. Start nats-server, or name one in TEST_NATS_URL.',
};
const missing = Object.keys(help).filter((name) => !found[name]);
const refused = missing.filter((name) => required.includes(name));
for (const name of refused) console.error(`Required and not found: ${help[name]}`);
if (refused.length > 0) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

if (found.browser) await buildWhereStale();
const folder = mkdtempSync(join(tmpdir(), 'talka-test-'));
const report = join(folder, 'report.json');
const projects = ['server', 'client', ...['browser', 'postgres'].filter((name) => found[name])];
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROME_PATH: found.browser ?? '' } },
);
const counts = readReport();
rmSync(folder, { recursive: true });
if (missing.length > 0) {
  console.log(`\n!!! LEFT OUT:\n${missing.map((name) => `!!! ${help[name]}`).join('\n')}\n`);
}
// A file that cannot even be loaded fails without failing a test of its own.
const failed = Math.max(counts.failed, status === 0 ? 0 : 1);
console.log(`${counts.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readReport() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

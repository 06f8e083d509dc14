import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale } from './build.mjs';
import { findBrowser, findNats, findPostgres } from './find-services.mjs';

/**
 * Runs every test, lane after lane; `unit`, `api`, `postgres` and `browser` as arguments run those lanes alone, and all
 * other arguments go to Vitest. Those with a browser, PostgreSQL or NATS run where one is found; with
 * `TEST_REQUIRE=browser,postgres` a missing one is a failure.
 */
const root = join(import.meta.dirname, '../..');
const lanes = ['unit', 'api', 'postgres', 'browser'];
const named = process.argv.slice(2).filter((word) => lanes.includes(word));
const passedOn = process.argv.slice(2).filter((word) => !lanes.includes(word));
const wanted = named.length > 0 ? named : lanes;

const required = (process.env.TEST_REQUIRE ?? '').split(',').filter(Boolean);
const found = { browser: findBrowser(), postgres: await findPostgres(), nats: await findNats() };
const help = {
  browser:
    'the browser tests: no Chromium was found. Install one (Debian and Ubuntu: apt install chromium) or name one in CHROME_PATH.',
  postgres:
    'the PostgreSQL tests (races, reversed commits): no server answers on 127.0.0.1:5432. Start one that lets "postgres" create databases, or name one in TEST_DATABASE_URL.',
  nats: 'what wakes processes over NATS: no server answers on 127.0.0.1:4222. Start nats-server, or name one in TEST_NATS_URL.',
};
const needed = { browser: 'browser', postgres: 'postgres', nats: 'postgres' };
const missing = Object.keys(help).filter((name) => !found[name] && wanted.includes(needed[name]));
const refused = missing.filter((name) => required.includes(name));
for (const name of refused) console.error(`Required and not found: ${help[name]}`);
if (refused.length > 0) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const running = wanted.filter((lane) => !missing.includes(lane));
if (running.includes('browser')) await buildWhereStale();
else syncPages();

const results = running.map(run);
if (missing.length > 0) {
  console.log(`\n!!! LEFT OUT:\n${missing.map((name) => `!!! ${help[name]}`).join('\n')}\n`);
}
for (const { lane, passed, failed, seconds } of results) {
  console.log(`${lane.padEnd(8)} ${String(seconds).padStart(4)} s  ${passed} passed, ${failed} failed`);
}
const sum = (count) => results.reduce((total, each) => total + each[count], 0);
const passed = sum('passed');
// Nothing found is a mistake in what was asked for.
const failed = sum('failed') + (passed === 0 && sum('failed') === 0 ? 1 : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function run(lane) {
  const folder = mkdtempSync(join(tmpdir(), 'talka-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const started = performance.now();
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', lane, '--passWithNoTests', ...reporters, ...passedOn],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROME_PATH: found.browser ?? '' } },
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  const { passed, failed } = readReport(report);
  rmSync(folder, { recursive: true });
  // A file that cannot even be loaded fails without failing a test of its own.
  return { lane, seconds, passed, failed: Math.max(failed, status === 0 ? 0 : 1) };
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Writes what the settings of TypeScript for the pages build on, as a build does. */
function syncPages() {
  const client = join(root, 'client');
  if (existsSync(join(client, 'node_modules/$app/tsconfig.json'))) return;
  spawnSync(join(client, 'node_modules/.bin/svelte-kit'), ['sync'], { cwd: client, stdio: 'inherit' });
}

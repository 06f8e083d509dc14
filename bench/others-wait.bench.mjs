import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { post } from './post.mjs';
import { startProduct } from './product.mjs';

/**
 * Does anybody make others wait? The dearest questions that a visitor may ask, each for the first time after a fresh
 * start: how long it takes or how it is refused; then an innocent question of somebody else, alone and beside thirty of
 * the dear ones at once. On the embedded database, on PostgreSQL, and with `--url=postgres://…` on one that is filled.
 */
const words = 'lazeris pjovimo medis metalas keramika';
const ahead = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const ten = 'abcdefghij'.split('');
const dear = {
  'equipment by five words': `{ searchEquipment(first: 100, filter: { text: "${words}" }) { totalCount nodes { equipment { id name } } } }`,
  'what of it is free in two weeks': `{ searchEquipment(first: 100, filter: { freeFrom: "${ahead(1)}", freeUntil: "${ahead(14)}", minutes: 60 }) {
    nodes { freeUnits freeStretches { startsAt } } } }`,
  'free time, five times over': `{ ${ten
    .slice(0, 5)
    .map(
      (a) =>
        `${a}: searchEquipment(first: 20, filter: { freeFrom: "${ahead(1)}", freeUntil: "${ahead(14)}" }) { nodes { freeUnits } }`,
    )
    .join(' ')} }`,
  'when a hundred are next free':
    '{ searchEquipment(first: 100) { nodes { equipment { nextFree { startsAt } day { kind } } } } }',
  'centres by five words, with facets': `{ centres(first: 100, filter: { text: "${words}" }) { totalCount
    facets { models { count } cities { count } countries { count } equipmentTypes { count } } nodes { id name } } }`,
  'facets, nine times over': `{ ${ten
    .slice(0, 9)
    .map(
      (a) =>
        `${a}: centres(first: 1, filter: { text: "${words}" }) { facets { cities { count } equipmentTypes { count } } }`,
    )
    .join(' ')} }`,
  'every point of the map, ten times over': `{ ${ten.map((a) => `${a}: centrePoints { id }`).join(' ')} }`,
  'a hundred posts with their texts':
    '{ posts(first: 100) { nodes { title bodyHtml excerpt replies(first: 10) { nodes { bodyHtml } } } } }',
  'posts by five words': `{ posts(first: 100, filter: { text: "${words}" }) { nodes { title } } }`,
};
const innocent = '{ centres(first: 20) { nodes { id name city { name } } } }';

const at = (took, share) => [...took].sort((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))];

async function timed(address, query, from) {
  const begun = performance.now();
  // Each asker has an address of its own behind the proxy on this machine.
  const { body } = await post(`${address}/graphql`, { query }, { 'x-forwarded-for': from });
  return { took: performance.now() - begun, code: body.errors?.[0]?.extensions?.code ?? 'answered' };
}

async function innocents(address, count) {
  const took = [];
  for (let asked = 0; asked < count; asked += 1) took.push((await timed(address, innocent, '198.51.100.7')).took);
  return took;
}

async function measure(title, environment) {
  const product = await startProduct({ ...environment, RATE_LIMITS: '1' });
  try {
    const rows = {};
    for (const [name, query] of Object.entries(dear)) {
      const first = await timed(product.address, query, '203.0.113.1');
      const again = await timed(product.address, query, '203.0.113.1');
      rows[name] = { 'first (ms)': Math.round(first.took), 'again (ms)': Math.round(again.took), outcome: first.code };
    }
    console.log(title);
    console.table(rows);
    await innocents(product.address, 100);
    const alone = await innocents(product.address, 200);
    let attacking = true;
    const answers = {};
    const attack = Array.from({ length: 30 }, async (_, attacker) => {
      const queries = Object.values(dear);
      for (let turn = attacker; attacking; turn += 1) {
        const { code } = await timed(product.address, queries[turn % queries.length], '203.0.113.2');
        answers[code] = (answers[code] ?? 0) + 1;
      }
    });
    const beside = await innocents(product.address, 300);
    attacking = false;
    await Promise.all(attack);
    console.table({
      'an innocent question alone': { 'p50 (ms)': at(alone, 0.5).toFixed(1), 'p99 (ms)': at(alone, 0.99).toFixed(1) },
      'beside thirty dear ones': { 'p50 (ms)': at(beside, 0.5).toFixed(1), 'p99 (ms)': at(beside, 0.99).toFixed(1) },
    });
    console.log('the thirty were told', answers);
  } finally {
    await product.stop();
  }
}

const given = process.argv.find((each) => each.startsWith('--url='))?.slice('--url='.length);
if (given) {
  await measure('on the given database', { DATABASE_URL: given, DEMO: '0' });
} else {
  const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
  await measure('on the embedded database, just loaded', { DATA_DIR: folder, DEMO: '1' });
  rmSync(folder, { recursive: true, force: true });
  const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `talka_bench_${randomBytes(4).toString('hex')}`;
  const server = new pg.Client(admin);
  await server.connect();
  await server.query(`create database ${name}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  await measure('on PostgreSQL, just loaded', { DATABASE_URL: url, DEMO: '1' });
  await server.query(`drop database ${name} with (force)`);
  await server.end();
}

import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { startProduct } from './product.mjs';
import { load } from './reading/load.mjs';
import { fillNetwork, sizes } from './reading/network.mjs';
import * as questions from './reading/questions.mjs';
import { startServer } from './server.mjs';

/**
 * A city's page (20 centres, 10 pieces of equipment each, how many posts) asked for over 16 connections: cold with
 * variables never seen before, warm with the same ones again, which a visitor may be answered from what was said up to
 * five seconds before. Others are asked for the same page, cold.
 */
const seconds = process.argv.includes('--quick') ? 4 : 10;
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
const product = await startProduct({ DATABASE_URL: url, DEMO: '0' });
const client = new pg.Client(url);
await client.connect();
await fillNetwork(client);
const rivals = [];

const startRival = async (file) => {
  const rival = await startServer(join('reading', file), url);
  rivals.push(rival);
  return rival.address;
};

let asked = 0;
/** Another id to start behind each time makes every request a new one with the same work. */
const cold = () => ({
  city: `city-${1 + (asked++ % sizes.cities)}`,
  name: 'a',
  id: randomUUID(),
  first: sizes.centres,
});
const warm = () => ({
  city: `city-${1 + (asked++ % 5)}`,
  name: 'a',
  id: '00000000-0000-4000-8000-000000000000',
  first: sizes.centres,
});

const talka = `${product.address}/graphql`;
const headers = { 'content-type': 'application/json', 'accept-language': 'en' };

async function answerOf(address, { body, page }, variables) {
  const response = await fetch(address, { method: 'POST', headers, body: body(variables) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${address} answered ${JSON.stringify(errors)}`);
  return page(data);
}

try {
  const [yardstick, mercurius, postgraphile] = [
    await startRival('yardstick.mjs'),
    await startRival('mercurius.mjs'),
    await startRival('postgraphile.mjs'),
  ];
  const contestants = [
    ['node:http + one prepared statement', yardstick, cold, questions.plain],
    ['Talka, cold', talka, cold, questions.talka],
    ['Talka, warm', talka, warm, questions.talka],
    ['Mercurius, JIT and loaders', mercurius, cold, questions.mercurius],
    ['PostGraphile 5', postgraphile, cold, await questions.postgraphile(postgraphile)],
  ];
  const same = warm();
  const [page, ...others] = await Promise.all(
    contestants.map(([, address, , question]) => answerOf(address, question, same)),
  );
  const whole = page.length === sizes.centres && page.every(({ equipment }) => equipment.length === sizes.equipment);
  const differing = others.findIndex((other) => !isDeepStrictEqual(other, page));
  if (!whole) throw new Error('The page is not whole.');
  if (differing >= 0) throw new Error(`${contestants[differing + 1][0]} answers another page.`);
  const rows = {};
  let unit;
  for (const [title, address, variables, { body }] of contestants) {
    // Until what runs often is compiled.
    await load(address, () => body(variables()), { seconds: seconds / 4, answers: 800, headers });
    const { perSecond, p50, p99 } = await load(address, () => body(variables()), { seconds, headers });
    unit ??= perSecond;
    rows[title] = {
      'pages/s': Math.round(perSecond),
      'of the yardstick': (perSecond / unit).toFixed(2),
      'p50 (ms)': p50.toFixed(1),
      'p99 (ms)': p99.toFixed(1),
    };
  }
  console.table(rows);
} finally {
  for (const rival of rivals) await rival.stop();
  await product.stop();
  await client.end();
  await server.query(`drop database ${name} with (force)`);
  await server.end();
}

import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import pg from 'pg';
import { startBare } from './page-render/bare.mjs';
import { startProduct } from './product.mjs';

/**
 * How many times a second the list of centres is rendered for eight visitors at once, beside a bare SvelteKit page
 * that answers the same HTML from a string. Both run with the load on the same cores, one after the other, in turns.
 */
const seconds = process.argv.includes('--quick') ? 3 : 6;
const rounds = process.argv.includes('--quick') ? 2 : 3;
const connections = 8;

async function load(address) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const once = () =>
    new Promise((resolve, reject) => {
      get(address, { agent, headers: { cookie: 'locale=lt' } }, (response) => {
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        );
        response.resume();
      }).on('error', reject);
    });
  let answered = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        await once();
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return answered / ((performance.now() - started) / 1000);
}

const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const product = await startProduct({
  DATABASE_URL: Object.assign(new URL(admin), { pathname: `/${name}` }).href,
  DEMO: '1',
});
const page = `${product.address}/lt/centres`;
const html = await (await fetch(page)).text();
const bare = await startBare(html.slice(html.indexOf('<body')));
const best = { bare: 0, product: 0 };
for (let round = 0; round < rounds; round += 1) {
  best.bare = Math.max(best.bare, await load(bare.address));
  best.product = Math.max(best.product, await load(page));
}
console.table({
  'bare SvelteKit, same HTML': { 'pages a second': Math.round(best.bare), ratio: 1 },
  'list of centres': {
    'pages a second': Math.round(best.product),
    ratio: Math.round((best.product / best.bare) * 100) / 100,
  },
});
bare.stop();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import pg from 'pg';
import { startBare } from './page-render/bare.mjs';
import { startProduct } from './product.mjs';

/**
 * How many times a second the list of centres is answered to eight visitors at once, beside bare
 * SvelteKit pages that answer the same HTML from a string, without and with the data that the browser takes over. Load, servers and
 * database share the cores; the pages take turns. Needs PostgreSQL.
 */
const seconds = process.argv.includes('--quick') ? 3 : 6;
const rounds = process.argv.includes('--quick') ? 2 : 3;
const connections = 8;

async function load({ address }) {
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
const body = html.slice(html.indexOf('<body'));
/** What the page's own `load` found, as the browser would get it; with where each value stands instead of the values. */
const data = JSON.parse((await (await fetch(`${page}/__data.json`)).text()).split('\n')[0]);
const bare = await startBare(body);
const withData = await startBare(body.replace(/<script[\s\S]*?<\/script>/g, ''), data);
const pages = {
  'bare SvelteKit, same HTML': { address: bare.address },
  'bare SvelteKit, same HTML and data': { address: withData.address },
  'list of centres': { address: page },
};
const best = Object.fromEntries(Object.keys(pages).map((name) => [name, 0]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, asked] of Object.entries(pages)) best[name] = Math.max(best[name], await load(asked));
}
const [first, second] = Object.values(best);
const rounded = (ratio) => Math.round(ratio * 100) / 100;
console.table(
  Object.fromEntries(
    Object.entries(best).map(([name, perSecond]) => [
      name,
      {
        'pages a second': Math.round(perSecond),
        'of the bare page': rounded(perSecond / first),
        'of the bare page with data': rounded(perSecond / second),
      },
    ]),
  ),
);
for (const started of [bare, withData]) started.stop();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

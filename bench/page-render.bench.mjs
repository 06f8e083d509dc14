import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { startBare } from './page-render/bare.mjs';
import { freePort, startProduct } from './product.mjs';

/**
 * How many times a second the list of centres is answered to eight visitors at once, kept or made anew, beside bare
 * SvelteKit pages that answer the same HTML from a string, without and with the data that the browser takes over. Load, servers and
 * database share the cores; the pages take turns. Needs PostgreSQL.
 */
const seconds = process.argv.includes('--quick') ? 3 : 6;
const rounds = process.argv.includes('--quick') ? 2 : 3;
const connections = 8;

async function load({ address, cookie = 'locale=lt' }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const once = () =>
    new Promise((resolve, reject) => {
      get(address, { agent, headers: { cookie } }, (response) => {
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

/** The built pages alone, with answers of the API at hand. */
async function startRendering(from) {
  const port = await freePort();
  const script = join(import.meta.dirname, 'page-render/rendering.mjs');
  const child = spawn(process.execPath, [script, from, String(port)], {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const address = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${address}/lt/centres`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (child.exitCode === null && !(await answers())) await new Promise((resolve) => setTimeout(resolve, 50));
  return { address, stop: () => child.kill('SIGTERM') };
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
const rendering = await startRendering(product.address);
const pages = {
  'bare SvelteKit, same HTML': { address: bare.address },
  'bare SvelteKit, same HTML and data': { address: withData.address },
  'list of centres, made anew, answers at hand': { address: `${rendering.address}/lt/centres` },
  // For somebody with a cookie that the pages do not know nothing is kept.
  'list of centres, made anew': { address: page, cookie: 'locale=lt; unknown=1' },
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
for (const started of [bare, withData, rendering]) started.stop();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

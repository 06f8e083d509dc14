import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { firstFree } from './next-free/computed.mjs';
import { post } from './post.mjs';
import { startProduct } from './product.mjs';
import { startServer } from './server.mjs';

/**
 * Pages of 20 equipments with when each is next free, never asked for before: as SQL computes it, bare and behind
 * node:http, and as Talka finds it by its rules; and Talka's page without that field. The bare row is a statement
 * straight from here.
 */
const quick = process.argv.includes('--quick');
const seconds = quick ? 2 : 5;
const readers = 16;
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
const product = await startProduct({ DATABASE_URL: url, DEMO: '1' });
const pool = new pg.Pool({ connectionString: url, max: readers });
const computed = `select e.id, lower(${firstFree}) as starts_at from equipment e where e.id = any($1)`;
const query = (field) => `query ($after: String) { searchEquipment(first: 20, after: $after) {
  pageInfo { endCursor } nodes { equipment { id name ${field} } } } }`;
async function talka(field, after) {
  const { body } = await post(`${product.address}/graphql`, { query: query(field), variables: { after } });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data.searchEquipment;
}
const cursorOf = (name, id) => Buffer.from(JSON.stringify([name, id])).toString('base64url');
const pages = [];
for (let after = cursorOf('', randomUUID()); pages.length < 15; ) {
  const { nodes, pageInfo } = await talka('', after);
  const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
  pages.push({ after, name, id, ids: nodes.map(({ equipment }) => equipment.id) });
  after = pageInfo.endCursor;
}
await pool.query('analyze');
/** Another id to start behind makes a page that was never asked for, with the same work. */
const unasked = ({ name, id }) => cursorOf(name, `${id.slice(0, 24)}${randomBytes(6).toString('hex')}`);
const byHand = await startServer('next-free/yardstick.mjs', url);

const free = 'nextFree { startsAt endsAt }';
const contestants = {
  'SQL that computes it, without HTTP': ({ ids }) => pool.query(computed, [ids]),
  'SQL that computes it, node:http': ({ name, id }) => post(byHand.address, { name, id }),
  'Talka, by its rules': (page) => talka(free, unasked(page)),
  'Talka, such a page without times': (page) => talka('', unasked(page)),
};

async function measured(read) {
  for (const page of pages) await read(page);
  const took = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const work = async (_, reader) => {
    for (let number = reader; performance.now() < end; number += 1) {
      const begun = performance.now();
      await read(pages[number % pages.length]);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: readers }, work));
  took.sort((x, y) => x - y);
  const at = (share) => Number(took[Math.floor(took.length * share)].toFixed(1));
  return {
    'pages/s': Math.round(took.length / ((performance.now() - started) / 1000)),
    'p50 (ms)': at(0.5),
    'p99 (ms)': at(0.99),
  };
}

const rows = {};
for (const [title, read] of Object.entries(contestants)) rows[title] = await measured(read);
const [bare, served] = Object.values(rows).map((row) => row['pages/s']);
for (const row of Object.values(rows)) {
  row['of the SQL'] = Number((row['pages/s'] / bare).toFixed(1));
  row['of it by node:http'] = Number((row['pages/s'] / served).toFixed(1));
}
console.table(rows);
await pool.end();
await byHand.stop();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

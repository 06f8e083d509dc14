import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { post } from './post.mjs';
import { startProduct } from './product.mjs';

/**
 * Pages of 20 equipments with when each is next free: as hand-written SQL computes it (one statement straight from here,
 * without grid, lead time, horizon or exceptions: less than Talka answers), as Talka finds it anew where every answer
 * was just forgotten, as Talka answers it from what it keeps, and the same page without that field. What keeping saves
 * tell the two statements; what it costs a page, the last two rows.
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
/** Free stretches of each unit: opening hours of two weeks less what is taken; of these the first long enough. */
const computed = `
  select e.id, min(lower(free)) as starts_at
  from equipment e join centre c on c.id = e.centre_id
  join unit u on u.equipment_id = e.id and u.withdrawn_at is null
  cross join lateral (
    select range_agg(tstzrange(greatest(now(), (d.day + r.opens) at time zone c.zone), (d.day + r.closes) at time zone c.zone)) as open
    from generate_series(0, 14) n
    cross join lateral (select (now() at time zone c.zone)::date + n as day) d
    join opening_rule r on r.centre_id = c.id and r.weekday = extract(isodow from d.day)
      and (r.equipment_id = e.id or r.equipment_id is null and not exists (select from opening_rule own where own.equipment_id = e.id))
    where (d.day + r.closes) at time zone c.zone > now()) hours
  cross join lateral unnest(hours.open - coalesce((select range_agg(o.during) from occupancy o
    where o.unit_id = u.id and o.blocking and o.during && tstzrange(now(), now() + interval '14 days')), '{}')) free
  where e.id = any($1) and upper(free) - lower(free) >= make_interval(mins => e.minimum_minutes)
  group by e.id`;
const forget = 'update next_free set known = false where equipment_id = any($1)';
const query = (field) => `query ($after: String) { searchEquipment(first: 20, after: $after) {
  pageInfo { endCursor } nodes { equipment { id name ${field} } } } }`;
async function talka(field, after) {
  const { body } = await post(`${product.address}/graphql`, { query: query(field), variables: { after } });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data.searchEquipment;
}
const pages = [];
for (let after = null; pages.length < 15; ) {
  const { nodes, pageInfo } = await talka('', after);
  pages.push({ after, ids: nodes.map(({ equipment }) => equipment.id) });
  after = pageInfo.endCursor;
}
await pool.query('analyze');
for (const { after } of pages) await talka('nextFree { startsAt endsAt }', after);

const free = 'nextFree { startsAt endsAt }';
const contestants = {
  'SQL that computes it, without HTTP': ({ ids }) => pool.query(computed, [ids]),
  'SQL that reads what Talka keeps, without HTTP': ({ ids }) =>
    pool.query('select equipment_id, starts_at, ends_at from next_free where equipment_id = any($1) and known', [ids]),
  'Talka, found anew for each page': async ({ ids, after }) => {
    await pool.query(forget, [ids]);
    await talka(free, after);
  },
  'Talka, kept': ({ after }) => talka(free, after),
  'Talka, the page without it': ({ after }) => talka('', after),
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
const least = rows['SQL that computes it, without HTTP']['pages/s'];
for (const row of Object.values(rows)) row['of the SQL'] = Number((row['pages/s'] / least).toFixed(1));
console.table(rows);
await pool.end();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

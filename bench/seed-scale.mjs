import { once } from 'node:events';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startProduct } from './product.mjs';
import { layout, steps } from './seed-rows.mjs';

/**
 * Fills a database of its own with the test scale: at 1, 5,000 centres, 50,000 equipments of 2 units, 20,000,000
 * bookings, 1,000,000 posts. `--scale 0.01` for a hundredth, `--days 10` for bookings of 10 days and not 100,
 * `--database NAME` for another than talka_scale, `--drop` to begin anew. It may be stopped and goes on where it was.
 */
const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    days: { type: 'string', default: '100' },
    database: { type: 'string', default: 'talka_scale' },
    drop: { type: 'boolean', default: false },
  },
});
const sizes = layout(Number(options.scale), Number(options.days));
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const url = Object.assign(new URL(admin), { pathname: `/${options.database}` }).href;
const started = Date.now();
const tell = (line) => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}`);

await prepareDatabase();
const client = new pg.Client(url);
await client.connect();
// Rows that are right by construction: no triggers, no foreign keys. It needs a superuser.
await client.query(
  `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'`,
);
await client.query(`create table if not exists seed_part (step text, part int, primary key (step, part));
  create table if not exists seed_scale (scale float8, days int, begun timestamptz, finished boolean not null default false);
  create table if not exists seed_index (name text primary key, tablename text, definition text, is_constraint boolean)`);
const known = { ...(await readKnown()), begun: await begun() };
for (const step of steps(sizes, known)) await fill(step);
await rebuildIndexes();
tell('Counting what the planner needs to know');
await client.query('vacuum analyze');
await client.query('update seed_scale set finished = true');
const { rows } = await client.query(`select pg_size_pretty(pg_database_size(current_database())) as size`);
tell(
  `Done: ${Object.entries(sizes)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ')}; ${rows[0].size} in ${url}`,
);
await client.end();

/** Creates the database, its tables and the demonstration, whose cities, types and people the rest refers to. */
async function prepareDatabase() {
  const server = new pg.Client(admin);
  await server.connect();
  if (options.drop) await server.query(`drop database if exists ${options.database} with (force)`);
  const { rowCount } = await server.query('select from pg_database where datname = $1', [options.database]);
  if (rowCount === 0) await server.query(`create database ${options.database}`);
  await server.end();
  tell('Preparing tables and the demonstration');
  await (await startProduct({ DATABASE_URL: url, DEMO: '1' })).stop();
}

/** When the filling began: the rows of a later run have to fit the earlier ones. */
async function begun() {
  const { rows } = await client.query('select * from seed_scale');
  const asked = { scale: Number(options.scale), days: Number(options.days), begun: new Date() };
  const first = rows[0] ?? asked;
  if (first.scale !== asked.scale || first.days !== asked.days) {
    throw new Error(
      `${options.database} was begun with --scale ${first.scale} --days ${first.days}. Give these, another --database, or --drop.`,
    );
  }
  if (rows.length === 0) await client.query('insert into seed_scale values ($1, $2, $3)', Object.values(asked));
  return first.begun;
}

async function readKnown() {
  const { rows: cities } = await client.query('select id, zone, latitude, longitude from city order by slug');
  const { rows: types } = await client.query('select key from equipment_type order by key');
  const { rows: people } = await client.query(`select id from person where email = 'aiste@example.org'`);
  return { cities, types: types.map(({ key }) => key), member: people[0].id };
}

/** Loads what a step has not loaded yet, part by part; each part with the note that it is there. */
async function fill({ name, parts, rows }) {
  const { rows: done } = await client.query('select part from seed_part where step = $1', [name]);
  const present = new Set(done.map(({ part }) => part));
  if (present.size === parts) return;
  await dropIndexes(Object.keys(rows(0)));
  let told = 0;
  for (let part = 0; part < parts; part += 1) {
    if (present.has(part)) continue;
    await client.query('begin');
    for (const [table, lines] of Object.entries(rows(part))) await load(table, lines);
    await client.query('insert into seed_part values ($1, $2)', [name, part]);
    await client.query('commit');
    if (Date.now() - told < 5000 && part < parts - 1) continue;
    told = Date.now();
    tell(`${name}: ${Math.round(((part + 1) / parts) * 100)} %`);
  }
}

/** `lines` begins with the names of the columns. */
async function load(table, lines) {
  const iterator = lines[Symbol.iterator]();
  const columns = iterator.next().value;
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  const finished = once(stream, 'finish');
  let chunk = '';
  for (const line of iterator) {
    chunk += `${line}\n`;
    if (chunk.length < 1 << 18) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end(chunk);
  await finished;
}

/**
 * Building an index at the end is far faster than keeping it up to date; what was dropped is noted down. The exclusion
 * constraint stays: adding it checks every row again, and it is what the rows have to satisfy.
 */
async function dropIndexes(tables) {
  await client.query(
    `insert into seed_index
     select i.relname, t.relname, coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.oid)), c.oid is not null
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u', 'x')
     where t.relname = any($1) and t.relkind = 'r' and not x.indisprimary and coalesce(c.contype, '') not in ('u', 'x')
     on conflict do nothing`,
    [tables],
  );
  const { rows } = await client.query('select * from seed_index where tablename = any($1)', [tables]);
  for (const { name, tablename, is_constraint } of rows) {
    await client.query(
      is_constraint ? `alter table ${tablename} drop constraint if exists ${name}` : `drop index if exists ${name}`,
    );
  }
}

async function rebuildIndexes() {
  const { rows } = await client.query('select * from seed_index order by name');
  for (const { name, tablename, definition, is_constraint } of rows) {
    tell(`Building ${name}`);
    await client.query('begin');
    await client.query(is_constraint ? `alter table ${tablename} add constraint ${name} ${definition}` : definition);
    await client.query('delete from seed_index where name = $1', [name]);
    await client.query('commit');
  }
}

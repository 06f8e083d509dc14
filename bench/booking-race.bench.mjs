import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { startProduct } from './product.mjs';

/**
 * Sixteen members fight over one slot after another: our whole mutation (session, policy, conditions, event log,
 * idempotency) beside node:http with one INSERT … ON CONFLICT DO NOTHING into a table with the same constraint.
 */
const slots = process.argv.includes('--quick') ? 10 : 40;
const racers = 16;
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
const product = await startProduct({ DATABASE_URL: url, DEMO: '1' });
const pool = new pg.Pool({ connectionString: url, max: racers });

const post = (address, body, headers = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** One signed-in member; racers share the account, as idempotency keys tell their requests apart. */
async function signIn() {
  const response = await post(
    `${product.address}/api/auth/sign-in/email`,
    { email: 'aiste@example.org', password: 'talka-demo' },
    { origin: product.address },
  );
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
const cookie = await signIn();
const graphql = async (query, variables) =>
  await (await post(`${product.address}/graphql`, { query, variables }, { cookie })).json();

const from = new Date(Date.now() + 2 * 86_400_000).toISOString();
const until = new Date(Date.now() + 12 * 86_400_000).toISOString();
const { data } = await graphql(
  `query ($from: DateTimeISO!, $until: DateTimeISO!) { searchEquipment(filter: { city: "vilnius", type: "cad_workstation" }, first: 10) {
     nodes { equipment { id units { id } viewerCan { book } } } }
   liveCursor  a: searchEquipment(filter: { city: "vilnius", type: "cad_workstation", freeFrom: $from, freeUntil: $until, minutes: 60 }, first: 1) { totalCount } }`,
  { from, until },
);
const { equipment } = data.searchEquipment.nodes.find((node) => node.equipment.viewerCan.book);
const unitId = equipment.units[0].id;
const { data: timed } = await graphql(
  `query ($ids: [ID!], $from: DateTimeISO!, $until: DateTimeISO!) { timeline(equipmentIds: $ids, startsAt: $from, endsAt: $until) { lanes { unit { id } open { startsAt endsAt } occupancies { startsAt endsAt } } } }`,
  { ids: [equipment.id], from, until },
);
const lane = timed.timeline.lanes.find(({ unit }) => unit.id === unitId);
const half = 30 * 60_000;
const free = lane.open.flatMap(({ startsAt, endsAt }) => {
  const starts = [];
  for (let at = Math.ceil(Date.parse(startsAt) / half) * half; at + half <= Date.parse(endsAt); at += half)
    starts.push(at);
  return starts.filter(
    (at) => !lane.occupancies.some((taken) => Date.parse(taken.startsAt) < at + half && at < Date.parse(taken.endsAt)),
  );
});

await pool.query(
  `create table yardstick (id uuid primary key, unit uuid not null, during tstzrange not null, exclude using gist (unit with =, during with &&))`,
);
const plain = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { unit, start, end } = JSON.parse(body);
  const { rowCount } = await pool.query(
    'insert into yardstick values ($1, $2, tstzrange($3, $4)) on conflict do nothing',
    [randomUUID(), unit, start, end],
  );
  response.end(JSON.stringify({ booked: rowCount === 1 }));
}).listen(0, '127.0.0.1');
await once(plain, 'listening');

const mutation = `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { __typename } }`;
const contestants = {
  'node:http + pg, one insert': async (start) => {
    const answer = await post(`http://127.0.0.1:${plain.address().port}`, {
      unit: unitId,
      start: new Date(start),
      end: new Date(start + half),
    });
    return (await answer.json()).booked ? 'booked' : 'refused';
  },
  'Talka, the whole mutation': async (start) => {
    const input = {
      equipmentId: equipment.id,
      unitId,
      startsAt: new Date(start),
      endsAt: new Date(start + half),
      idempotencyKey: randomUUID(),
    };
    const { data: answer, errors } = await graphql(mutation, { input });
    if (errors) return 'error';
    return answer.bookEquipment.__typename === 'Booked' ? 'booked' : 'refused';
  },
};
const rows = {};
for (const [title, race] of Object.entries(contestants)) {
  const counts = { booked: 0, refused: 0, error: 0 };
  const times = [];
  const started = performance.now();
  const raced = free.slice(0, slots);
  for (const start of raced) {
    await Promise.all(
      Array.from({ length: racers }, async () => {
        const begun = performance.now();
        counts[await race(start)] += 1;
        times.push(performance.now() - begun);
      }),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  rows[title] = {
    slots: raced.length,
    ...counts,
    'attempts/s': Math.round(times.length / seconds),
    'p99 (ms)': Math.round(times[Math.floor(times.length * 0.99)]),
  };
}
console.table(rows);
plain.close();
await pool.end();
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();

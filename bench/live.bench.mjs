import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { Crowd } from './live/crowd.mjs';
import { startMeasured, untilReady } from './live/measured.mjs';

/**
 * Two thousand sockets are told the same event: processor time of the server for each delivery, of `ws` alone,
 * of graphql-ws as it comes, and of Talka with its event log, rights and queries. Then: how it grows with how
 * many groups (different questions) these sockets form.
 */
const quick = process.argv.includes('--quick');
const crowdSize = 2000;
const events = quick ? 10 : 20;
const rounds = quick ? 3 : 7;
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const databaseUrl = Object.assign(new URL(admin), { pathname: `/${name}` }).href;

const talka = await startMeasured(
  join(import.meta.dirname, '../server/dist/main.js'),
  { DATABASE_URL: databaseUrl, DEMO: '1', RATE_LIMITS: '0' },
  untilReady,
);
const raw = await startMeasured(join(import.meta.dirname, 'live/raw.mjs'));
const stock = await startMeasured(join(import.meta.dirname, 'live/stock.mjs'));

const database = new pg.Client(databaseUrl);
await database.connect();
const { rows } = await database.query('select id, centre_id as centre from equipment order by id limit 1');
const [{ id: equipment, centre }] = rows;
/** Something that was booked, as another process of Talka would write and tell it. */
async function book() {
  await database.query(
    `insert into logged_event (at, type, topics, subject, audience)
     values (now(), 'booking.made', '{activity}', $1, 'public')`,
    [{ equipment, centre }],
  );
  await database.query('notify talka_live');
}

const activity = `activity(after: $after) {
  __typename
  ... on Activity { cursor kind at equipment { id name unitCount rules { audience } type { name induction }
    centre { name slug zone city { name } } } }
  ... on ReplayGap { cursor }
  ... on AccessRevoked { message }
}`;
const question = (after, group = '') => ({
  query: `subscription Activity${group} ($after: Cursor) { ${activity} }`,
  variables: { after },
});
const socketUrl = (each) => `${each.address.replace('http', 'ws')}/graphql`;

/** Subscribes a crowd to Talka from just before an event on: once everybody is told of it, everybody listens. */
async function subscribe(crowd, groups) {
  const response = await fetch(`${talka.address}/graphql?query={liveCursor}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  const { data } = await response.json();
  await book();
  await crowd.told(1, () => crowd.subscribe((index) => question(data.liveCursor, `Of${index % groups}`)));
}
/** Processor time for each delivery, in microseconds, and memory in megabytes. */
async function measure(measured, crowd, tell) {
  const before = await measured.used();
  for (let event = 0; event < events; event += 1) await crowd.told(1, tell);
  const after = await measured.used();
  return { cpu: (after.cpu - before.cpu) / events / crowdSize, memory: Math.round(after.memory / 1e6) };
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const crowds = { talka: new Crowd(), raw: new Crowd(), stock: new Crowd() };
await crowds.talka.connect(socketUrl(talka), crowdSize);
await subscribe(crowds.talka, 1);
// The others send the very same text.
const frame = crowds.talka.last;
await crowds.raw.connect(socketUrl(raw), crowdSize, { acknowledged: false });
await crowds.stock.connect(socketUrl(stock), crowdSize);
crowds.stock.subscribe(() => question(null));
const contestants = {
  'ws.send, the same text': [raw, crowds.raw, () => raw.tell({ frame })],
  'graphql-ws, useServer': [
    stock,
    crowds.stock,
    () => stock.tell({ activity: JSON.parse(frame).payload.data.activity }),
  ],
  Talka: [talka, crowds.talka, book],
};
// It has no places to resume after, nor says when it listens.
await new Promise((resolve) => setTimeout(resolve, 3000));
const results = Object.fromEntries(Object.keys(contestants).map((title) => [title, []]));
for (let round = 0; round <= rounds; round += 1) {
  for (const [title, contestant] of Object.entries(contestants)) {
    const result = await measure(...contestant);
    // The first round warms up.
    if (round > 0) results[title].push(result);
  }
}
const least = median(results['ws.send, the same text'].map(({ cpu }) => cpu));
console.log(`${crowdSize} sockets, messages of ${frame.length} characters`);
console.table(
  Object.fromEntries(
    Object.entries(results).map(([title, measured]) => {
      const cpu = median(measured.map((each) => each.cpu));
      return [
        title,
        {
          'CPU per delivery (µs)': Number(cpu.toFixed(1)),
          '× ws.send': Number((cpu / least).toFixed(2)),
          'memory (MB)': measured.at(-1).memory,
        },
      ];
    }),
  ),
);
crowds.raw.close();
crowds.stock.close();

const scaling = {};
for (const groups of [1, 10, 100]) {
  await subscribe(crowds.talka, groups);
  await measure(talka, crowds.talka, book);
  const { cpu } = await measure(talka, crowds.talka, book);
  scaling[groups] = {
    'CPU per event (ms)': Number(((cpu * crowdSize) / 1000).toFixed(1)),
    'per delivery (µs)': Number(cpu.toFixed(1)),
  };
}
console.log(`Talka, ${crowdSize} sockets in so many groups`);
console.table(scaling);

crowds.talka.close();
await Promise.all([talka.stop(), raw.stop(), stock.stop()]);
await database.end();
await server.query(`drop database ${name} with (force)`);
await server.end();

import { join } from 'node:path';
import { Crowd } from './live/crowd.mjs';
import { eventDatabase } from './live/database.mjs';
import { startMeasured, untilReady } from './live/measured.mjs';

/**
 * Two thousand sockets are told the same event: all the processor time of the server, also what it does besides, for
 * each delivery. By `ws` alone: a text that it is given (what `send` is mostly called with, and what the others are
 * compared with), and bytes that were made of it once for all. By graphql-ws as it comes, from memory. By Talka with
 * its event log, rights and queries. All send the same text over uncompressed sockets of this machine, in turns; each
 * subscription has an id of its own, as browsers make them. Then: how it grows with how many groups (different
 * questions) these sockets form.
 */
const quick = process.argv.includes('--quick');
const crowdSize = 2000;
const events = quick ? 10 : 20;
const rounds = quick ? 5 : 11;
const database = await eventDatabase();

const talka = await startMeasured(
  join(import.meta.dirname, '../server/dist/main.js'),
  { DATABASE_URL: database.url, DEMO: '1', RATE_LIMITS: '0' },
  untilReady,
);
const raw = await startMeasured(join(import.meta.dirname, 'live/raw.mjs'));
const stock = await startMeasured(join(import.meta.dirname, 'live/stock.mjs'));

const { rows } = await database.query('select id, centre_id as centre from equipment order by id limit 1');
const [{ id: equipment, centre }] = rows;
const book = () => database.book(new Date(), { equipment, centre });

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

let subscribed = 0;
/** Subscribes a crowd to Talka from just before an event on: once everybody is told of it, everybody listens. */
async function subscribe(crowd, groups, { anew = false } = {}) {
  subscribed += 1;
  // Asked in other words each time, so that it is the place of now: what came before would be told again.
  const response = await fetch(`${talka.address}/graphql?query=query Crowd${subscribed} {liveCursor}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  const { data } = await response.json();
  // Who already listens is told first, so that what comes afterwards comes to the new subscriptions.
  await (anew ? crowd.told(book) : book());
  await crowd.told(() => crowd.subscribe((index) => question(data.liveCursor, `Of${index % groups}`)));
}
/** Processor time for each delivery, in microseconds, and memory in megabytes. */
async function measure(measured, crowd, tell) {
  const before = await measured.used();
  for (let event = 0; event < events; event += 1) await crowd.told(tell);
  const after = await measured.used();
  return { cpu: (after.cpu - before.cpu) / events / crowdSize, memory: after.memory };
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const crowds = { talka: new Crowd(), raw: new Crowd(), stock: new Crowd() };
await crowds.talka.connect(socketUrl(talka), crowdSize);
await subscribe(crowds.talka, 1);
const frame = crowds.talka.last;
await crowds.raw.connect(socketUrl(raw), crowdSize, { acknowledged: false });
await crowds.stock.connect(socketUrl(stock), crowdSize);
crowds.stock.subscribe(() => question(null));
const yardstick = 'ws.send, the same text';
const contestants = {
  [yardstick]: [raw, crowds.raw, () => raw.tell({ frame })],
  'graphql-ws, useServer': [
    stock,
    crowds.stock,
    () => stock.tell({ activity: JSON.parse(frame).payload.data.activity }),
  ],
  // Not right after the other of its process, whose sockets would still be in the processor's caches.
  'ws.send, bytes made once': [raw, crowds.raw, () => raw.tell({ frame, once: true })],
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
const least = median(results[yardstick].map(({ cpu }) => cpu));
const megabytes = ({ memory }) => Math.round(memory / 1e6);
const tidied = {};
for (const [title, [measured]] of Object.entries(contestants)) tidied[title] = megabytes(await measured.tidied());
console.log(`${crowdSize} sockets, messages of ${Buffer.byteLength(frame)} bytes, medians of ${rounds} rounds`);
console.table(
  Object.fromEntries(
    Object.entries(results).map(([title, measured]) => {
      const times = measured.map((each) => each.cpu);
      const cpu = median(times);
      return [
        title,
        {
          'CPU per delivery (µs)': Number(cpu.toFixed(1)),
          'from – to': `${Math.min(...times).toFixed(1)} – ${Math.max(...times).toFixed(1)}`,
          [`× ${yardstick}`]: Number((cpu / least).toFixed(2)),
          'memory (MB)': megabytes(measured.at(-1)),
          'of it, no garbage': tidied[title],
        },
      ];
    }),
  ),
);
crowds.raw.close();
crowds.stock.close();

const scaling = {};
for (const groups of [1, 10, 100]) {
  await subscribe(crowds.talka, groups, { anew: true });
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
await database.drop();

import { join } from 'node:path';
import { eventDatabase } from './live/database.mjs';
import { startMeasured, untilReady } from './live/measured.mjs';
import { Reader } from './live/reader.mjs';

/**
 * A client follows what happens while its connection is cut a hundred times and the servers behind it are killed
 * ten times in the middle of their work. Does it learn of every event, once and in order?
 */
const quick = process.argv.includes('--quick');
const kills = quick ? 4 : 10;
const drops = quick ? 40 : 100;
const database = await eventDatabase();
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const start = () =>
  startMeasured(
    join(import.meta.dirname, '../server/dist/main.js'),
    { DATABASE_URL: database.url, DEMO: '0' },
    untilReady,
  );
const processes = [await start(), await start()];

/** Events bear their number as the moment they happened; old ones would be deleted when a server starts. */
const began = Date.now();
let happened = 0;
let stopped = false;
async function happen() {
  while (!stopped) {
    happened += 1;
    await database.book(new Date(began + happened));
    await pause(2);
  }
}

const reader = new Reader(() => processes.filter(Boolean).map(({ address }) => address));
await reader.begin();
const writing = happen();
const started = performance.now();
for (let kill = 0, drop = 0; kill < kills; kill += 1) {
  for (; drop < ((kill + 1) * drops) / kills; drop += 1) {
    await reader.heardMore();
    reader.drop();
  }
  // The one that the client is connected to, with events on their way.
  await reader.heardMore();
  const killed = processes.findIndex((each) => each?.address === reader.address);
  const dying = processes[killed];
  processes[killed] = undefined;
  await dying.kill();
  await reader.heardMore();
  processes[killed] = await start();
}
stopped = true;
await writing;
const seconds = (performance.now() - started) / 1000;
// What has not come by then does not come.
await Promise.race([reader.heard(happened), pause(10_000)]);

const { connections, longestSilence } = reader;
const numbers = reader.moments.map((moment) => moment - began);
console.table({
  'events written': happened,
  'events told': numbers.length,
  missing: happened - new Set(numbers).size,
  'told twice': numbers.length - new Set(numbers).size,
  'out of order': numbers.filter((number, index) => index > 0 && number < numbers[index - 1]).length,
  'connections of the client': connections,
  'servers killed': kills,
  seconds: Math.round(seconds),
  'longest silence (ms)': Math.round(longestSilence),
});
reader.end();
await Promise.all(processes.map((each) => each.stop()));
await database.drop();

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Loaded before a measured server: tells over the channel to its parent what it has used, and ends with it. */
process.on('message', (message) => {
  if (message === 'tidy') collectGarbage({ type: 'major', flavor: 'last-resort' });
  else if (message !== 'used') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

import { accessSync, constants } from 'node:fs';
import { connect } from 'node:net';

const browsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium on this machine, or undefined. */
export function findBrowser() {
  return browsers.find((path) => {
    try {
      accessSync(path ?? '', constants.X_OK);
      return Boolean(path);
    } catch {
      return false;
    }
  });
}

/** Whether a PostgreSQL server for tests accepts connections. */
export const findPostgres = () => answers(process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres', 5432);

/** Whether a NATS server for tests accepts connections. */
export const findNats = () => answers(process.env.TEST_NATS_URL ?? 'nats://127.0.0.1:4222', 4222);

function answers(url, usualPort) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || usualPort), timeout: 2000 });
    const answer = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket
      .on('connect', () => answer(true))
      .on('error', () => answer(false))
      .on('timeout', () => answer(false));
  });
}

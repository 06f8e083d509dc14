import { type Client, createClient } from 'graphql-ws';
import { connection } from './connection.svelte.ts';
import { pause } from './pause.ts';
import { waitBefore } from './stream.rules.ts';

const pingEvery = 15_000;
const pongWithin = 5_000;

/** Opens the page's socket with the first subscription and closes it after the last. */
export function openSocket(): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    lazyCloseTimeout: 1_000,
    keepAlive: pingEvery,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) => pause(waitBefore(attempt, Math.random())),
    on: {
      connecting: (again) => {
        connection.state = again ? 'reconnecting' : 'connecting';
      },
      connected: () => {
        connection.state = 'live';
      },
      closed: (event) => {
        clearTimeout(unanswered);
        const wanted = event instanceof CloseEvent && event.code === 1000;
        connection.state = wanted ? 'idle' : 'reconnecting';
      },
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => client.terminate(), pongWithin);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  // The device knows at once that it is cut off; a socket would notice only at its next ping.
  addEventListener('offline', () => client.terminate());
  return client;
}

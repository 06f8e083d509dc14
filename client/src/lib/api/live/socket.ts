import { type Client, createClient } from 'graphql-ws';
import { connection } from './connection.svelte.ts';
import { waitBefore } from './stream.rules.ts';

const pingEvery = 15_000;
const pongWithin = 5_000;

/** Waits, but no longer than until the device is back in the network. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      removeEventListener('online', finish);
      done();
    };
    const timer = setTimeout(finish, milliseconds);
    addEventListener('online', finish);
  });
}

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
  return client;
}

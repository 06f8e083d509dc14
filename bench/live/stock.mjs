import { EventEmitter, on } from 'node:events';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** graphql-ws as its documentation shows it: our schema, and an object in memory that answers every field. */
const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const events = new EventEmitter().setMaxListeners(0);
const subscription = schema.getSubscriptionType().getFields().activity;
subscription.subscribe = async function* () {
  for await (const [activity] of on(events, 'activity')) yield { activity };
};
const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });
useServer({ schema }, sockets);
process.on('message', ({ activity }) => {
  if (activity) events.emit('activity', activity);
});
sockets.on('listening', () => process.send({ ready: true }));

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { visitor } from '../src/access/actor.rules.ts';
import { readActor } from '../src/modules/people/acting-for/actor.reader.ts';
import type { Context } from '../src/platform/context/context.ts';
import { createGuard } from '../src/platform/graphql/guard/guard.ts';
import { confirmedMembers, enforcePolicies } from '../src/platform/graphql/policy.ts';
import {
  type AttachedWebSocket,
  attachWebSocket,
  type WebSocketOptions,
} from '../src/platform/http/websocket/websocket.ts';
import { AccessRevokedObject, ReplayGapObject } from '../src/platform/realtime/subscriptions/control.type.ts';
import { type EventRoot, follow, updateOf } from '../src/platform/realtime/subscriptions/subscription.ts';
import { trustedProxies } from '../src/shared/network/trusted-proxies.ts';
import { type LiveWorld, testLog } from './live.ts';
import type { World } from './world.ts';

export const ownOrigin = 'https://talka.example';

/** A server on a loopback port that answers over WebSocket. Who asks stands in the header `x-person`. */
export interface SocketServer {
  readonly url: string;
  /** Sessions that have ended since; a session's id is its person's. */
  readonly endedSessions: Set<string>;
  readonly attached: AttachedWebSocket;
  /** The server's ends of all connections so far. */
  readonly accepted: readonly Socket[];
  /** The numbers of the happenings that were answered, each time one was. */
  readonly answered: readonly (string | undefined)[];
  close(): Promise<void>;
}

export async function serveSockets(
  world: World,
  live: LiveWorld,
  options: Partial<WebSocketOptions> = {},
): Promise<SocketServer> {
  const server = createServer();
  const endedSessions = new Set<string>();
  const accepted: Socket[] = [];
  const answered: (string | undefined)[] = [];
  const schema = transportSchema(answered);
  server.on('connection', (socket) => accepted.push(socket));
  const attached = attachWebSocket({
    server,
    schema,
    guard: createGuard(schema),
    hub: live.hub,
    origin: ownOrigin,
    development: false,
    trustProxy: trustedProxies('loopback'),
    async authenticate(headers: IncomingHttpHeaders) {
      const personId = headers['x-person'];
      if (typeof personId !== 'string' || endedSessions.has(personId)) return visitor;
      return readActor(world.em(), personId, world.now, null, personId);
    },
    renew: async ({ personId }) =>
      endedSessions.has(personId) ? visitor : readActor(world.em(), personId, world.now, null, personId),
    makeContext: (asker) => ({ ...world.context(), ...asker, wake: live.hub.wake }),
    liveSessions: async (ids) => new Set(ids.filter((id) => !endedSessions.has(id))),
    log: testLog,
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    endedSessions,
    attached,
    accepted,
    answered,
    async close() {
      await attached.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A client as in the browser, except that a test may break its socket. */
export function clientOf(
  server: SocketServer,
  { headers = {}, ...options }: { headers?: Record<string, string>; locale?: string; retryAttempts?: number } = {},
): Client & { readonly sockets: WebSocket[] } {
  const sockets: WebSocket[] = [];
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
      sockets.push(this);
    }
  }
  const client = createClient({
    url: server.url,
    webSocketImpl: Socket,
    retryAttempts: options.retryAttempts ?? 0,
    ...(options.locale !== undefined && { connectionParams: { locale: options.locale } }),
  });
  return { ...client, sockets };
}

const text = { type: GraphQLString };
const letters = {
  ...text,
  args: { count: { type: new GraphQLNonNull(GraphQLInt) } },
  resolve: (_source: unknown, { count }: { count: number }) => 'a'.repeat(count),
};

const query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    locale: { ...text, resolve: (_source, _args, ctx) => ctx.locale },
    address: { ...text, resolve: (_source, _args, ctx) => ctx.address },
    broken: {
      ...text,
      resolve: () => {
        throw new Error('the password of the database is hunter2');
      },
    },
    letters,
  },
});

const happening = new GraphQLObjectType({
  name: 'Happening',
  fields: { cursor: text, number: text, message: text, person: text, letters },
});

/** As little as the transport needs to show how it treats queries, failures and streams. */
function transportSchema(answered: (string | undefined)[]): GraphQLSchema {
  const happenings: GraphQLFieldConfig<EventRoot<{ number?: string }>, Context> = {
    args: { after: text, brokenAt: text },
    type: happening,
    subscribe: (_source, { after, brokenAt }, ctx) =>
      follow(ctx, {
        topics: ['test'],
        after,
        matches: () => true,
        resolve: async (now, entry, cursor) => {
          if (entry.subject.number === brokenAt) throw new Error('the secret of the stream');
          const person = now.actor.kind === 'member' ? now.actor.name : null;
          return { cursor, number: entry.subject.number, person };
        },
      }),
    resolve: (root) => {
      const update = updateOf(root);
      answered.push(update.number);
      if (update instanceof ReplayGapObject) return { cursor: update.cursor };
      if (update instanceof AccessRevokedObject) return { message: update.message };
      return update;
    },
  };
  const fields = { happenings, confirmedHappenings: { ...happenings, extensions: { ...confirmedMembers } } };
  return enforcePolicies(
    new GraphQLSchema({ query, subscription: new GraphQLObjectType({ name: 'Subscription', fields }) }),
  );
}

import type { IncomingMessage } from 'node:http';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Actor, Member } from '../../../access/actor.rules.ts';
import { DomainError } from '../../../shared/errors.ts';
import { addressOf, type TrustProxy } from '../../../shared/network/trusted-proxies.ts';
import type { Context } from '../../context/context.ts';
import { isOutage } from '../../database/retry.ts';
import type { Guard } from '../../graphql/guard/guard.ts';
import { asGraphQLError } from '../../graphql/guard/refusal.ts';
import { guardedOperation } from '../../graphql/guard/socket-guard.ts';
import { presentError } from '../../graphql/present-error.ts';
import { type Locale, locales, negotiateLocale } from '../../i18n/locale.rules.ts';
import type { Hub } from '../../realtime/hub/hub.ts';
import { subscribe } from '../../realtime/subscriptions/subscribe.ts';
import { type Connection, flushed } from './connection.ts';

export interface ProtocolOptions {
  readonly schema: GraphQLSchema;
  readonly guard: Guard;
  readonly hub: Hub;
  /** Who sends these headers, with the rights of now: asked for each connection and operation. */
  readonly authenticate: (headers: IncomingMessage['headers']) => Promise<Actor>;
  /** The same person with the rights of now, for each event; a visitor where the session has ended. */
  readonly renew: (member: Member) => Promise<Actor>;
  /** A context of its own for one operation or event. */
  readonly makeContext: (asker: {
    readonly actor: Actor;
    readonly locale: Locale;
    readonly address: string;
  }) => Context;
  readonly log: Logger;
  /** Whose word on the address of a client is believed. */
  readonly trustProxy: TrustProxy;
  readonly subscriptionsPerSocket?: number;
  readonly socketsPerPerson?: number;
}

/** The socket is closed with this code where the person has too many open; a client may come back later. */
export const tooManySockets = 4290;

/** What graphql-ws asks of us: who connects, what may run, in which context; errors leave only through `presentError`. */
export function socketProtocol(
  options: ProtocolOptions,
  connections: Map<WebSocket, Connection>,
): ServerOptions<Record<string, unknown>, Extra> & { isProd: boolean } {
  const { schema, guard, log, hub, subscriptionsPerSocket: most = 50, socketsPerPerson = 50 } = options;

  async function contextOf(connection: Connection): Promise<Context> {
    const { request, locale } = connection;
    const actor = await options.authenticate(request.headers);
    // A visitor stays one: the answers that visitors share must not become anybody's own. An event is nobody's
    // request and counts against nobody's limits.
    const renew = async (): Promise<Context> => {
      const now = contextFor(actor.kind === 'visitor' ? actor : await options.renew(actor));
      return { ...now, address: undefined, limits: undefined };
    };
    const contextFor = (asker: Actor): Context => ({
      ...options.makeContext({ actor: asker, locale, address: addressOf(request, options.trustProxy) }),
      live: { hub, renew, flushed: () => flushed(request) },
    });
    return contextFor(actor);
  }

  /** Whoever cannot be answered comes back later. */
  function sendAway(socket: WebSocket, err: unknown): void {
    log[isOutage(err) ? 'debug' : 'error']({ err }, 'a message over a socket could not be answered');
    socket.close(1013, 'Try again later');
  }

  const present = (errors: readonly GraphQLError[], locale: Locale): GraphQLFormattedError[] =>
    errors.map((error) => presentError(error, locale, log));
  /** Subscribers share results, and what stands in the log of one. */
  const presented = new WeakMap<ExecutionResult, ExecutionResult>();
  const localeOfSocket = (socket: WebSocket) => connections.get(socket)?.locale ?? locales[0];

  return {
    schema,
    isProd: true,
    connectionInitWaitTimeout: 5000,
    async onConnect({ extra: { socket, request }, connectionParams, subscriptions }) {
      const locale = localeOf(connectionParams?.locale) ?? negotiateLocale(request.headers['accept-language']);
      try {
        const actor = await options.authenticate(request.headers);
        const { personId, sessionId } = actor.kind === 'member' ? actor : {};
        const own = [...connections.values()].filter((each) => personId && each.personId === personId);
        if (own.length >= socketsPerPerson) socket.close(tooManySockets, 'Too many sockets');
        if (socket.readyState !== socket.OPEN) return false;
        connections.set(socket, { socket, request, locale, personId, sessionId, subscriptions });
        return true;
      } catch (error) {
        sendAway(socket, error);
        return false;
      }
    },
    onClose({ extra }) {
      connections.delete(extra.socket);
    },
    async onSubscribe({ extra, subscriptions }, _id, payload) {
      if (Object.keys(subscriptions).length > most) {
        const refusal = new DomainError('BAD_INPUT', { key: 'live.tooManySubscriptions', parameters: { most } });
        return [asGraphQLError(refusal)];
      }
      const connection = connections.get(extra.socket);
      if (!connection) return [];
      try {
        return await guardedOperation(guard, schema, payload, () => contextOf(connection));
      } catch (error) {
        sendAway(extra.socket, error);
        return [asGraphQLError(error)];
      }
    },
    subscribe,
    execute: ({ contextValue: context, variableValues: variables, ...operation }) =>
      guard.execute({ ...operation, context, variables }),
    onError: ({ extra }, _id, _payload, errors) => present(errors, localeOfSocket(extra.socket)),
    onNext({ extra }, _id, _payload, _args, result) {
      if (!result.errors) return undefined;
      let shown = presented.get(result);
      if (!shown) {
        const errors = present(result.errors, localeOfSocket(extra.socket));
        shown = { ...result, errors: errors as unknown as readonly GraphQLError[] };
        presented.set(result, shown);
      }
      return shown;
    },
  };
}

function localeOf(wanted: unknown): Locale | undefined {
  const lower = typeof wanted === 'string' ? wanted.toLowerCase() : undefined;
  return locales.find((locale) => locale === lower);
}

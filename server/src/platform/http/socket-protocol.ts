import type { IncomingMessage } from 'node:http';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Actor } from '../../access/actor.rules.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../context/context.ts';
import type { Guard } from '../graphql/guard/guard.ts';
import { guardedOperation } from '../graphql/guard/socket-guard.ts';
import { presentError } from '../graphql/present-error.ts';
import { type Locale, locales, negotiateLocale } from '../i18n/locale.rules.ts';
import { Groups } from '../realtime/groups.ts';
import type { Hub } from '../realtime/hub.ts';
import { LiveSubscription, subscribeLive } from '../realtime/subscribe-live.ts';
import { NextFrames, openingOf, type Push } from './next-frames.ts';

export interface ProtocolOptions {
  readonly schema: GraphQLSchema;
  readonly guard: Guard;
  readonly hub: Hub;
  /** Who sends these headers, with the rights of now: asked for each connection, operation and event. */
  readonly authenticate: (headers: IncomingMessage['headers']) => Promise<Actor>;
  /** A context of its own for one operation or event. */
  readonly makeContext: (asker: {
    readonly actor: Actor;
    readonly locale: Locale;
    readonly address: string;
  }) => Context;
  readonly log: Logger;
  readonly subscriptionsPerSocket: number;
}

/** One connection, as the protocol and the watch over sessions know it. */
export interface Connection {
  readonly request: IncomingMessage;
  /** The network address it was opened from. */
  readonly address: string;
  readonly push: Push;
  locale: Locale;
  /** Its open operations by their ids; the protocol keeps them. */
  subscriptions: Readonly<Record<string, unknown>>;
  /** The session it was opened with, if any. */
  sessionId: string | undefined;
}

/** The protocol graphql-transport-ws over our schema; errors leave it only through `presentError`. */
export function socketProtocol(options: ProtocolOptions): Server<Connection> {
  const { schema, log, subscriptionsPerSocket: most } = options;

  async function contextOf(connection: Pick<Connection, 'request' | 'address' | 'locale'>): Promise<Context> {
    const { request, address, locale } = connection;
    const actor = await options.authenticate(request.headers);
    // A visitor stays one: the answers of a group of visitors must not become anybody's own. An event is
    // nobody's request and counts against nobody's limits.
    const renew = async (): Promise<Context> => {
      const now = await (actor.kind === 'visitor' ? contextFor(actor) : contextOf(connection));
      return { ...now, address: undefined, rates: undefined };
    };
    const contextFor = async (asker: Actor): Promise<Context> => ({
      ...options.makeContext({ actor: asker, locale, address }),
      live: { hub: options.hub, renew },
    });
    return contextFor(actor);
  }

  const present = (locale: Locale, errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.map((error) => presentError(causeOf(error), locale, log));
  const groups = new Groups({
    hub: options.hub,
    serialise: ({ errors, ...result }, { context }) =>
      JSON.stringify(errors ? { ...result, errors: present(context.locale, errors) } : result),
  });

  const frames = new NextFrames();

  return makeServer<Record<string, unknown>, Connection>({
    schema,
    connectionInitWaitTimeout: 5000,
    async onConnect({ extra, connectionParams, subscriptions }) {
      extra.subscriptions = subscriptions;
      extra.locale = localeOf(connectionParams?.locale) ?? negotiateLocale(extra.request.headers['accept-language']);
      const actor = await options.authenticate(extra.request.headers);
      extra.sessionId = actor.kind === 'member' ? actor.sessionId : undefined;
      return true;
    },
    onSubscribe({ subscriptions }, _id, payload) {
      if (Object.keys(subscriptions).length <= most) return guardedOperation(options.guard, schema, payload);
      const originalError = new DomainError('BAD_INPUT', { key: 'live.tooManySubscriptions', parameters: { most } });
      return [new GraphQLError(originalError.message, { originalError })];
    },
    context: ({ extra }) => contextOf(extra),
    subscribe: (args) => subscribeLive(args, groups),
    onOperation({ extra }, id, _payload, _args, operation) {
      if (!(operation instanceof LiveSubscription)) return undefined;
      const opening = openingOf(id);
      return operation.start({ send: (answer, sent) => frames.send(opening, answer, extra.push, sent) });
    },
    onError: ({ extra }, _id, _payload, errors) => present(extra.locale, errors),
    onNext({ extra }, _id, _payload, _args, { errors, ...result }) {
      return errors ? { ...result, errors: present(extra.locale, errors) } : undefined;
    },
  });
}

/** A refusal inside an error without a place in the answer: a variable's, or one that ended a stream. */
function causeOf(error: GraphQLError): unknown {
  for (let cause: unknown = error; cause instanceof GraphQLError && !cause.path; cause = cause.originalError) {
    if (cause.originalError instanceof DomainError) return cause.originalError;
  }
  return error;
}

function localeOf(wanted: unknown): Locale | undefined {
  const lower = typeof wanted === 'string' ? wanted.toLowerCase() : undefined;
  return locales.find((locale) => locale === lower);
}

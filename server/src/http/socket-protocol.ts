import type { IncomingMessage } from 'node:http';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Guard } from '../graphql/guard/guard.ts';
import { guardedOperation } from '../graphql/guard/socket-guard.ts';
import { presentError } from '../graphql/present-error.ts';
import { type Locale, locales, negotiateLocale } from '../i18n/locale.rules.ts';
import type { Actor } from '../identity/actor.rules.ts';
import type { Hub } from '../live/hub.ts';
import { subscribeLive } from '../live/subscribe-live.ts';

export interface ProtocolOptions {
  readonly schema: GraphQLSchema;
  readonly guard: Guard;
  readonly hub: Hub;
  /** Who sends these headers, with the rights of now: asked for each connection, operation and event. */
  readonly authenticate: (headers: IncomingMessage['headers']) => Promise<Actor>;
  /** A context of its own for one operation or event. */
  readonly makeContext: (asker: { readonly actor: Actor; readonly locale: Locale }) => Context;
  readonly log: Logger;
  readonly subscriptionsPerSocket: number;
}

/** One connection, as the protocol and the watch over sessions know it. */
export interface Connection {
  readonly request: IncomingMessage;
  locale: Locale;
  /** The session it was opened with, if any. */
  sessionId: string | undefined;
}

/** The protocol graphql-transport-ws over our schema; errors leave it only through `presentError`. */
export function socketProtocol(options: ProtocolOptions): Server<Connection> {
  const { schema, log, subscriptionsPerSocket: most } = options;

  async function contextOf({ request, locale }: Connection): Promise<Context> {
    const actor = await options.authenticate(request.headers);
    const live = { hub: options.hub, renew: () => contextOf({ request, locale, sessionId: undefined }) };
    return { ...options.makeContext({ actor, locale }), live };
  }

  const present = ({ locale }: Connection, errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.map((error) => presentError(causeOf(error), locale, log));

  return makeServer<Record<string, unknown>, Connection>({
    schema,
    connectionInitWaitTimeout: 5000,
    async onConnect({ extra, connectionParams }) {
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
    subscribe: subscribeLive,
    onError: ({ extra }, _id, _payload, errors) => present(extra, errors),
    onNext({ extra }, _id, _payload, _args, { errors, ...result }) {
      return errors ? { ...result, errors: present(extra, errors) } : undefined;
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

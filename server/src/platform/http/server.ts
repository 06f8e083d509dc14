import type { IncomingHttpHeaders } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { TrustProxy } from '../../shared/network/trusted-proxies.ts';
import { isOutage } from '../database/retry.ts';
import { defaultLocale, negotiateLocale } from '../i18n/locale.rules.ts';
import { translate } from '../i18n/translate.ts';
import { commonHeaders, dataHeaders } from './headers.ts';

/** Large enough for a text of a million characters to reach the rules that refuse it in words. */
const bodyLimit = 2 * 1024 * 1024;

/** In milliseconds: whoever sends slower than this keeps a connection from others. */
const requestTimeout = 30_000;
/** For a photograph from a telephone where the network is weak. */
const uploadTimeout = 300_000;
const headersTimeout = 15_000;
const connectionsCheckingInterval = 2_000;

export interface HttpServerOptions {
  /** The public address, where it is known. */
  readonly origin?: string;
  /** Which proxies are believed; left out, those on this machine. */
  readonly trustProxy?: TrustProxy;
}

/** The HTTP server with logging and errors that leak nothing. */
export function createHttpServer(log: Logger, { origin, trustProxy }: HttpServerOptions = {}): FastifyInstance {
  const headers = { ...commonHeaders(origin), ...dataHeaders };
  const http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    bodyLimit,
    genReqId: requestId,
    trustProxy: trustProxy ?? 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: uploadTimeout,
    http: { headersTimeout, connectionsCheckingInterval },
    // An address that cannot be decoded reaches neither routes nor hooks.
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      void reply
        .headers(headers)
        .code(error.statusCode ?? 400)
        .send(refusal(error.message));
    },
  });
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    const locale = negotiateLocale(request.headers['accept-language']) ?? defaultLocale;
    if (isOutage(error)) {
      const message = translate(locale, 'errors.unavailable');
      return reply.code(503).send({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] });
    }
    if (status >= 500) {
      const reference = request.id;
      request.log.error({ err: error, reference }, 'unexpected error');
      const message = translate(locale, 'errors.internal', { reference });
      return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL', reference } }] });
    }
    return reply.code(status).send(refusal(error.message));
  });
  http.addHook('onRequest', async (request) => cutOffWhenSlow(request));
  http.addHook('onSend', async (request, reply) => {
    // A route may say more strictly what its answer may do.
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
    reply.header('x-request-id', request.id);
  });
  http.addHook('onResponse', async (request, reply) => {
    // The route, not the address: addresses carry one-time secrets and what people look for.
    const { method, routeOptions } = request;
    const { statusCode: status } = reply.raw;
    const facts = { method, route: routeOptions.url ?? 'pages', status, milliseconds: Math.round(reply.elapsedTime) };
    request.log[status >= 500 ? 'warn' : 'debug'](facts, 'answered');
  });
  return http;
}

/** A route that takes files says so in its `config`; on every other a request is short. */
function cutOffWhenSlow({ raw, routeOptions }: FastifyRequest): void {
  const { takesFiles = false } = routeOptions.config as { takesFiles?: boolean };
  if (takesFiles || raw.method === 'GET') return;
  const impatience = setTimeout(() => raw.destroy(), requestTimeout).unref();
  raw.once('close', () => clearTimeout(impatience)).once('end', () => clearTimeout(impatience));
}

/** Takes no more requests and answers those under way; cuts off what takes longer. */
export async function closeWithin(http: FastifyInstance, milliseconds: number): Promise<void> {
  const impatience = setTimeout(() => http.server.closeAllConnections(), milliseconds);
  // Connections that have got their answer would be kept for a next request.
  const tidying = setInterval(() => http.server.closeIdleConnections(), 50);
  await http.close();
  clearTimeout(impatience);
  clearInterval(tidying);
}

/** The id that the proxy gave, so that its log and ours can be read together; else a new one. */
function requestId({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

const refusal = (message: string) => ({ errors: [{ message, extensions: { code: 'BAD_INPUT' } }] });

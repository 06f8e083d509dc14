import { access } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Gateway } from './gateway.ts';
import { commonHeaders } from './headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Tell the page handler, which otherwise assumes https and the Host header, under which address this request came. */
const protocolHeader = 'x-talka-protocol';
const hostHeader = 'x-talka-host';
/** Tells the page handler from where the request came, as far as the server trusts its proxies. */
const addressHeader = 'x-talka-address';

/** A page is one reader's, in their language and with their bookings; of files for all the handler says so itself. */
const pageHeaders = { 'cache-control': 'private, no-cache', 'x-frame-options': 'DENY' };

export interface PageOptions {
  /** The built handler of the pages. */
  readonly handlerPath: string;
  readonly gateway: Gateway;
  /** The public address where the operator gave one; else each request's own host counts. */
  readonly origin: string | undefined;
}

/** Serves the pages for every path that nothing else answers. Does nothing where they are not built. */
export async function mountPages(http: FastifyInstance, options: PageOptions): Promise<boolean> {
  const built = await access(options.handlerPath).then(
    () => true,
    () => false,
  );
  if (!built) return false;
  // The handler reads its settings from the environment once, when it is loaded.
  process.env.PROTOCOL_HEADER = protocolHeader;
  process.env.HOST_HEADER = hostHeader;
  process.env.ADDRESS_HEADER = addressHeader;
  process.env.BODY_SIZE_LIMIT = '2M';
  const { handler } = (await import(pathToFileURL(options.handlerPath).href)) as { handler: Handler };
  const origin = options.origin === undefined ? undefined : new URL(options.origin);
  const headers = { ...commonHeaders(options.origin), ...pageHeaders };
  http.setNotFoundHandler((request, reply) => {
    const raw = request.raw as IncomingMessage & { talka?: Gateway };
    raw.headers[protocolHeader] = origin?.protocol.replace(':', '') ?? 'http';
    raw.headers[hostHeader] = origin?.host ?? raw.headers.host;
    raw.headers[addressHeader] = request.ip;
    raw.talka = options.gateway;
    reply.hijack();
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    reply.raw.setHeader('x-request-id', request.id);
    handler(raw, reply.raw);
  });
  return true;
}

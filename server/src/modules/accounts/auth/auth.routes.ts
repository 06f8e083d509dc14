import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { clientAddressHeader } from '../../../platform/http/headers.ts';
import { openIdKey } from '../sign-in/open-id.ts';
import { quantiseResponseTime } from '../sign-in/response-time-floor.ts';
import type { Auth } from './auth.ts';
import { authPath } from './auth-options.ts';

/** Answers a request for `/api/auth/…`; for pages, in the same process. */
export type HandleAuth = (request: Request) => Promise<Response>;

/** What Talka uses of better-auth; its other endpoints would go round our own rules, such as those for names. */
const offered = new Set([
  'POST /email-code/sign-up',
  'POST /email-code/sign-in',
  'POST /email-code/send-again',
  'POST /email-code/enter',
  'POST /email-code/follow',
  'GET /email-code/pending',
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /send-verification-email',
  'GET /verify-email',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'POST /two-factor/enable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'POST /two-factor/disable',
]);

/** Only where the operator named another service. */
const offeredByOpenId = new Set(['POST /sign-in/social', `GET /callback/${openIdKey}`]);

/** Where the time of an answer could tell a known address from an unknown one. */
const levelled = new Set([
  '/email-code/sign-up',
  '/email-code/sign-in',
  '/email-code/send-again',
  '/email-code/enter',
  '/sign-in/email',
  '/request-password-reset',
  '/send-verification-email',
]);

/** Account requests are a few short fields. */
const bodyLimit = 16 * 1024;

export interface HandlerOptions {
  /** Milliseconds, see `quantiseResponseTime`. */
  readonly responseStep?: number;
  /** Whether people may sign in through the operator's OpenID provider. */
  readonly openId?: boolean;
  /** Whether the database can be reached; better-auth does not tell why it failed. */
  readonly answers?: () => Promise<boolean>;
}

/** The account endpoints as a function from request to answer. */
export function authHandler(
  auth: Auth,
  log: Logger,
  { responseStep = 250, openId = false, answers = async () => true }: HandlerOptions = {},
): HandleAuth {
  const failed = async (error?: unknown): Promise<Response> => {
    const away = !(await answers());
    if (error) log.error({ err: error }, 'an account request failed');
    return away
      ? Response.json(
          { code: 'UNAVAILABLE', message: 'Not available at the moment. Try again soon.' },
          { status: 503, headers: { 'retry-after': '5' } },
        )
      : Response.json({ code: 'INTERNAL', message: 'Something went wrong on our side.' }, { status: 500 });
  };
  const ask = async (request: Request): Promise<Response> => {
    try {
      const response = await auth.handler(request);
      return response.status === 500 ? failed() : response;
    } catch (error) {
      return failed(error);
    }
  };
  return async (request) => {
    const path = new URL(request.url).pathname.slice(authPath.length);
    const endpoint = `${request.method} ${path}`;
    if (!offered.has(endpoint) && !(openId && offeredByOpenId.has(endpoint))) {
      return Response.json({ code: 'NOT_FOUND', message: 'There is no such account endpoint.' }, { status: 404 });
    }
    const response = levelled.has(path)
      ? await quantiseResponseTime(responseStep, () => ask(request))
      : await ask(request);
    response.headers.set('cache-control', 'no-store');
    const retryAfter = response.headers.get('x-retry-after');
    if (retryAfter) response.headers.set('retry-after', retryAfter);
    return response;
  };
}

/** The account endpoints over HTTP. */
export function authRoutes(handle: HandleAuth): FastifyPluginAsync {
  return async (http) => {
    // better-auth reads the body itself.
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    http.route({
      method: ['GET', 'POST'],
      url: `${authPath}/*`,
      handler: async (request, reply) => {
        const asked = requestOf(request);
        if (!asked) return reply.code(400).send({ code: 'BAD_REQUEST', message: 'The address cannot be read.' });
        const response = await handle(asked);
        reply.code(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        const cookies = response.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
      },
    });
  };
}

function requestOf(request: FastifyRequest): Request | undefined {
  const address = `${request.protocol}://${request.host}${request.raw.url ?? ''}`;
  if (!URL.canParse(address)) return undefined;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  // The body was read whole; its length and coding are no longer those of the wire.
  for (const name of ['connection', 'content-length', 'transfer-encoding']) headers.delete(name);
  headers.set(clientAddressHeader, request.ip);
  const body = request.method === 'GET' ? null : new Uint8Array((request.body as Buffer | undefined) ?? []);
  return new Request(address, { method: request.method, headers, body });
}

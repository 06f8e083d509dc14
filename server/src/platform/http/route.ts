import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context/context.ts';

/** What a route is told of a request. */
export interface RouteRequest {
  /** The parts of the path that begin with a colon. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export interface RouteReply {
  /** 200 where left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * An address beside GraphQL, for programs that cannot speak it, such as mail programs and calendars; a module lists it.
 * What a path alone may do stands in its handler: whoever knows the address can ask, from anywhere.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/api/${string}` | `/files/${string}`;
  readonly handle: (ctx: Context, request: RouteRequest) => Promise<RouteReply>;
}

export const defineRoute = (route: Route): Route => route;

/** Serves the routes of the modules. What a POST carries is taken in and left unread. */
export function mountRoutes(
  http: FastifyInstance,
  routes: readonly Route[],
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    for (const { method, path, handle } of routes) {
      scope.route({
        method,
        url: path,
        async handler(request, reply) {
          const params = request.params as RouteRequest['params'];
          const query = request.query as RouteRequest['query'];
          const { status = 200, headers = {}, body = '' } = await handle(await contextOf(request), { params, query });
          return reply
            .code(status)
            .headers({ 'cache-control': 'no-store', ...headers })
            .send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
        },
      });
    }
  });
}

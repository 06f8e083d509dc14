import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context/context.ts';
import { named } from '../graphql/guard/trusted-documents.ts';

/** GraphQL over HTTP at `/graphql`, with a context of its own for each request. */
export function mountGraphql(
  http: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request) => {
      request.body = named(request.body);
    },
    handler: fastifyApolloHandler(apollo, { context: contextOf }),
  });
}

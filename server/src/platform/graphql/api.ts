import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Context } from '../context/context.ts';
import { createApollo } from './apollo.ts';
import { createAllowance, unlimited, usualAllowance } from './guard/allowance.ts';
import { createGuard, type Guard } from './guard/guard.ts';
import { readTrustedDocuments } from './guard/trusted-documents.ts';
import { visitorsCache } from './response-cache.ts';

/** The schema with all that stands before and behind it. */
export interface Api {
  readonly schema: GraphQLSchema;
  readonly guard: Guard;
  readonly apollo: ApolloServer<Context>;
}

export interface ApiParts {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'introspection' | 'rateLimits'>;
  readonly log: Logger;
  /** The file with the documents of our own pages. */
  readonly documents: string;
}

/** The API; whoever serves it starts Apollo. */
export async function createApi({ schema, config, log, documents }: ApiParts): Promise<Api> {
  const trusted = await readTrustedDocuments(documents);
  const allowance = createAllowance(config.rateLimits ? usualAllowance : unlimited);
  const guard = createGuard(schema, { introspection: config.introspection, trusted, allowance });
  return { schema, guard, apollo: createApollo(schema, log, guard, visitorsCache()) };
}

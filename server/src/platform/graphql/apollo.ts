import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context/context.ts';
import { UnavailableError } from '../database/availability.ts';
import { defaultLocale } from '../i18n/locale.rules.ts';
import { guardedApollo } from './guard/apollo-guard.ts';
import type { Guard } from './guard/guard.ts';
import { presentError } from './present-error.ts';

/** Apollo's pipeline over our schema; errors leave it only through {@link presentError}. */
export function createApollo(
  schema: GraphQLSchema,
  log: Logger,
  guard: Guard,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: compiledExecution(schema, guard),
    introspection: guard.introspection,
    hideSchemaDetailsFromClientErrors: !guard.introspection,
    parseOptions: { maxTokens: guard.limits.tokens },
    validationRules: [guard.rule],
    validationOptions: { maxErrors: guard.limits.mistakes },
    includeStacktraceInErrorResponses: false,
    // Our own process handles signals and stops in order.
    stopOnTerminationSignals: false,
    logger: log,
    formatError: (_formatted, error) =>
      presentError(error, error instanceof UnavailableError ? error.locale : defaultLocale, log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It wraps the resolver of every field.
      ApolloServerPluginCacheControlDisabled(),
      guardedApollo(guard),
      localisedErrors(log),
      ...plugins,
    ],
  });
}

/**
 * Apollo's only door for an executor of one's own, made for gateways. Everything before and after stays Apollo's:
 * parsing, validation, the store of documents, the hooks of plugins for requests and operations. Switched off are
 * the hooks of plugins for fields (`willResolveField`), and incremental delivery.
 */
function compiledExecution(schema: GraphQLSchema, guard: Guard): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operationName, request, context }) =>
        guard.execute({ schema, document, operationName, variables: request.variables, context }),
    }),
    stop: async () => {},
  };
}

/** `formatError` does not know who reads; here the reader's language is known. */
function localisedErrors(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors, contextValue }) {
          if (response.body.kind !== 'single' || !errors) return;
          const shown = errors.map((error) => presentError(error, contextValue.locale, log));
          response.body.singleResult.errors = shown;
          if (shown.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) response.http.status = 503;
        },
      };
    },
  };
}

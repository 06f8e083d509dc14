import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type DocumentNode, parse } from 'graphql';
import type { Logger } from 'pino';
import type { DomainError } from '../../../shared/errors.ts';
import type { Context } from '../../context/context.ts';
import { presentError } from '../present-error.ts';
import type { Guard } from './guard.ts';

/** Stands in for a document that was refused; Apollo would otherwise parse and validate it itself. */
const unused = parse('{ __typename }');

/** Under it the status tells of the answer; under plain JSON, by the specification, only of the transport. */
const ownMediaType = 'application/graphql-response+json';

/**
 * The guard in Apollo's pipeline: Apollo runs only documents that the guard examined. Set `documentStore: null`
 * beside it, or Apollo's own store would overwrite them.
 */
export function guardedApollo(guard: Guard, log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let refused: readonly Error[] = [];
      return {
        async didResolveSource(request) {
          const { document, errors = [] } = guard.examine(request.source);
          refused = errors;
          (request as { document?: DocumentNode }).document = document ?? unused;
        },
        async responseForOperation({ document, request, contextValue }) {
          const costly: DomainError | undefined = refused.length > 0 ? undefined : guard.tooCostly(document, request);
          const errors = costly ? [costly] : refused;
          if (errors.length === 0) return null;
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: {
              kind: 'single',
              singleResult: { errors: errors.map((each) => presentError(each, contextValue.locale, log)) },
            },
          };
        },
        async willSendResponse({ source, request, response: { http, body } }) {
          const refusedDocument = source && http.status === 400 && body.kind === 'single' && !body.singleResult.data;
          if (refusedDocument && !request.http?.headers.get('accept')?.includes(ownMediaType)) http.status = 200;
        },
      };
    },
  };
}

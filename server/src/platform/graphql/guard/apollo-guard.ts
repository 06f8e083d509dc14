import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context/context.ts';
import type { Guard } from './guard.ts';
import { asGraphQLError } from './refusal.ts';

/** Stands in for a text that was refused, until the request has come to where errors are answered. */
const unused = '{ __typename }';

/** Under it the status tells of the answer; under plain JSON, by the specification, only of the transport. */
const ownMediaType = 'application/graphql-response+json';

/** What of the guard comes before Apollo parses: ids of trusted documents, and texts that are too long. */
export function guardedApollo(guard: Guard): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      let refused: unknown;
      try {
        if (request.query) request.query = guard.textOf(request.query);
      } catch (error) {
        refused = error;
        request.query = unused;
      }
      return {
        async didResolveOperation() {
          if (refused) throw asGraphQLError(refused);
        },
        async willSendResponse({ source, request: { http: asked }, response: { http, body } }) {
          const isRefusal = source && body.kind === 'single' && body.singleResult.data === undefined;
          if (!isRefusal || ![undefined, 400, 500].includes(http.status)) return;
          http.status = asked?.headers.get('accept')?.includes(ownMediaType) ? 400 : 200;
        },
      };
    },
  };
}

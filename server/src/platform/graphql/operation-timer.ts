import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { Context } from '../context/context.ts';

export type Observe = (labels: { operation: string; outcome: 'done' | 'refused' | 'failed' }, seconds: number) => void;

/** Times each operation; names it by its kind and first field, of which there are only as many as the schema has. */
export function operationTimer(observe: Observe): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const began = performance.now();
      return {
        async willSendResponse({ operation, errors, response }) {
          const failed = [response.http.status ?? 200, ...(errors ?? []).map(statusOf)].some((status) => status >= 500);
          const outcome = failed ? 'failed' : errors ? 'refused' : 'done';
          observe({ operation: nameOf(operation), outcome }, (performance.now() - began) / 1000);
        },
      };
    },
  };
}

const faults = new Set(['INTERNAL', 'UNAVAILABLE']);
const statusOf = ({ extensions }: { extensions?: { code?: unknown } }): number =>
  faults.has(String(extensions?.code)) ? 500 : 200;

function nameOf(operation: OperationDefinitionNode | null | undefined): string {
  const first = operation?.selectionSet.selections.find((each) => each.kind === 'Field');
  // Invalid operations never get here with a field that the schema does not have.
  return operation && first?.kind === 'Field' ? `${operation.operation} ${first.name.value}` : 'unreadable';
}

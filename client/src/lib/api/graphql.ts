import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Makes a document typed from the schema; its text stands in backticks, then the fragments it uses. */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    DateTimeISO: string;
    LocalDate: string;
    Cursor: string;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

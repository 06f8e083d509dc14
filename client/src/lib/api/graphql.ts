import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Documents typed from the schema: `graphql(`query …`)`. */
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

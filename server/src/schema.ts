import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { gather } from './modules.ts';
import { withComplexities } from './platform/graphql/complexity.ts';
import { withErrorCodes } from './platform/graphql/error-code.ts';
import { enforceLimits } from './platform/graphql/limit.ts';
import { enforcePolicies } from './platform/graphql/policy.ts';
import { noPubSub } from './platform/realtime/subscriptions/no-pub-sub.ts';

/** The executable schema; built once a process. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: gather('resolvers') as unknown as NonEmptyArray<never>,
    orphanedTypes: gather('types'),
    pubSub: noPubSub,
    validate: false,
    emitSchemaFile: false,
  });
  return enforcePolicies(enforceLimits(withComplexities(withErrorCodes(schema))));
}

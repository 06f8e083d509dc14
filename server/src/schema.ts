import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { LiveCursorResolver } from './live/live-cursor.resolver.ts';

/** Every resolver of the platform, feature by feature. */
const resolvers = [LiveCursorResolver] as const satisfies NonEmptyArray<object>;

/** Types that stand behind an interface only. */
const orphanedTypes: [] = [];

/** The executable schema; built once a process. */
export function makeSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<never>,
    orphanedTypes,
    validate: false,
    emitSchemaFile: false,
  });
}

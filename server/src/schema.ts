import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AuthorResolver } from './identity/author.resolver.ts';
import { MeResolver } from './identity/me.resolver.ts';
import { MandateResolver, MembershipResolver } from './identity/membership.resolver.ts';
import { OrganisationResolver } from './identity/organisation.resolver.ts';
import { LiveCursorResolver } from './live/live-cursor.resolver.ts';
import { noPubSub } from './live/no-pub-sub.ts';

/** Every resolver of the platform, feature by feature. */
const resolvers = [
  AuthorResolver,
  LiveCursorResolver,
  MandateResolver,
  MeResolver,
  MembershipResolver,
  OrganisationResolver,
] as const satisfies NonEmptyArray<object>;

/** Types that stand behind an interface only. */
const orphanedTypes: [] = [];

/** The executable schema; built once a process. */
export function makeSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<never>,
    orphanedTypes,
    pubSub: noPubSub,
    validate: false,
    emitSchemaFile: false,
  });
}

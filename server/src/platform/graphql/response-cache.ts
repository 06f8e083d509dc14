import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import responseCache from '@apollo/server-plugin-response-cache';
import type { Context } from '../context/context.ts';

/** For so many seconds a visitor's answer may be given to other visitors. */
const freshFor = 5;

const isVisitor = async ({ contextValue }: { contextValue: Context }): Promise<boolean> =>
  contextValue.actor.kind === 'visitor';

/**
 * Keeps answers for visitors alone. The policy is that of the whole operation, since hints of fields need hooks that do
 * not run behind an executor of one's own; subscriptions and changes are never kept.
 */
export function visitorsCache(cache?: ApolloServerOptions<Context>['cache']): ApolloServerPlugin<Context>[] {
  return [
    {
      async requestDidStart() {
        return {
          async didResolveOperation(request) {
            if (await isVisitor(request)) request.overallCachePolicy.replace({ maxAge: freshFor, scope: 'PUBLIC' });
          },
        };
      },
    },
    responseCache<Context>({
      ...(typeof cache === 'object' && { cache }),
      extraCacheKeyData: async ({ contextValue }) => contextValue.locale,
      shouldReadFromCache: isVisitor,
      shouldWriteToCache: isVisitor,
    }),
  ];
}

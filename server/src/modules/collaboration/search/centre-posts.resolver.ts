import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { connectLater, pageRequest } from '../../../platform/graphql/connection.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { PostConnectionObject, postConnection, timeOrder } from './post-connection.type.ts';
import { countCentrePosts, readCentrePosts } from './post-page.reader.ts';
import { pageKey } from './wanted-pages.sql.ts';

@Resolver(() => CentreObject)
export class CentrePostsResolver {
  @FieldResolver(() => PostConnectionObject, { description: 'Posts whose home the centre is, the newest first.' })
  posts(
    @Ctx() ctx: Context,
    @Root() { id }: CentreObject,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): PostConnectionObject {
    const request = pageRequest(first ?? 10, after, timeOrder);
    const count = async () => (await load(ctx, countCentrePosts, id)) ?? 0;
    const read = async () => {
      const page = await load(ctx, readCentrePosts, pageKey({ parent: id, ...request }));
      if (!page) throw new Error('a page of a batch is missing');
      return postConnection(page, request.after, count);
    };
    return connectLater(['edges', 'nodes', 'pageInfo', 'cursor'], read, count);
  }
}

import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, db } from '../context.ts';
import { Allow, everyone } from '../graphql/policy.ts';
import { encodeCursor } from './cursor.rules.ts';
import { CursorScalar } from './cursor.scalar.ts';
import { readHead } from './event-log.reader.ts';

@Resolver()
export class LiveCursorResolver {
  @Allow(everyone)
  @Query(() => CursorScalar, { description: 'The place in the stream of events now; subscribe after it.' })
  async liveCursor(@Ctx() ctx: Context): Promise<string> {
    return encodeCursor(await readHead(db(ctx)));
  }
}

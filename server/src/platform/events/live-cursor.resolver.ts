import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.ts';
import { Allow, everyone } from '../graphql/policy.ts';
import { CursorScalar } from './cursor.scalar.ts';
import { readCursor } from './event-cursor.reader.ts';

@Resolver()
export class LiveCursorResolver {
  @Allow(everyone)
  @Query(() => CursorScalar, {
    description:
      'A place in the stream of events, of now or of five seconds before at most; subscribe after it to miss nothing.',
  })
  liveCursor(@Ctx() ctx: Context): Promise<string> {
    return readCursor(ctx);
  }
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from './context.ts';

/** SQLSTATEs after which the same transaction may simply be tried again. */
const retryable = new Set(['40001', '40P01']);

/**
 * Runs a write in one transaction and flushes it, then wakes the live hub. Serialisation failures and
 * deadlocks are tried again, up to 5 times, with a fresh entity manager each time.
 */
export async function transact<Result>(ctx: Context, work: (tx: Context) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await ctx.em
        .fork()
        .transactional((em) => work({ ...ctx, em: em as EntityManager, loaders: new Map() }));
      ctx.loaders.clear();
      ctx.wake();
      return result;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === 5 || !retryable.has(code)) throw error;
    }
  }
}

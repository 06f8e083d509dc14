import { DefaultQueryExecutor } from 'kysely';
import type { World } from './world.ts';

/** Which SQL statements run while `work` runs. */
export async function statementsOf(_world: World, work: () => Promise<unknown>): Promise<string[]> {
  const { prototype } = DefaultQueryExecutor;
  const { executeQuery } = prototype;
  const seen: string[] = [];
  prototype.executeQuery = function (query, ...rest) {
    seen.push(query.sql);
    return executeQuery.call(this, query, ...rest) as never;
  };
  try {
    await work();
  } finally {
    prototype.executeQuery = executeQuery;
  }
  return seen;
}

import type { World } from './world.ts';

/** Which SQL statements run outside of transactions, as all reading does, while `work` runs. */
export async function statementsOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const executor = world.em().getKysely().getExecutor();
  const executeQuery = executor.executeQuery;
  const seen: string[] = [];
  executor.executeQuery = (query, ...rest) => {
    seen.push(query.sql);
    return executeQuery.call(executor, query, ...rest) as never;
  };
  try {
    await work();
  } finally {
    executor.executeQuery = executeQuery;
  }
  return seen;
}

import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { openingsOf, selectOpenings } from './opening.reader.ts';
import { openAt } from './opening-now.rules.ts';

/** Ids of all centres that are open at this moment, decided by the rule; one statement in a request. */
export const loadOpenCentres = async (ctx: Context): Promise<readonly string[]> =>
  (await load(ctx, readOpenCentres, 'all')) ?? [];

async function readOpenCentres(ctx: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = ctx.now.getTime();
  const rows = await selectOpenings(db(ctx)).select('centre.zone').execute();
  const open = rows.filter((row) => openAt({ ...openingsOf(row).centre, zone: row.zone }, now));
  return new Map([['all', open.map(({ id }) => id)]]);
}

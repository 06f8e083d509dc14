import { type CentreAct, rolesThatMay } from '../../../access/rights.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';

/** Those of a centre who may do something now. */
export async function readStaff(ctx: Context, centreId: string, act: CentreAct): Promise<string[]> {
  const rows = await db(ctx)
    .selectFrom('membership')
    .select('person_id')
    .where('centre_id', '=', centreId)
    .where('role', 'in', rolesThatMay(act))
    .where(holdsAt(ctx.now))
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

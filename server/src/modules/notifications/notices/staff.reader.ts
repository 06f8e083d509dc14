import { type Context, db } from '../../../platform/context/context.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';

/** The staff and managers of a centre. */
export async function readStaff(ctx: Context, centreId: string): Promise<string[]> {
  const rows = await db(ctx)
    .selectFrom('membership')
    .select('person_id')
    .where('centre_id', '=', centreId)
    .where('role', 'in', ['staff', 'manager'])
    .where(holdsAt(ctx.now))
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

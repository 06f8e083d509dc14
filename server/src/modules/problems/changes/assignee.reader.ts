import { rolesThatMay } from '../../../access/rights.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { badInput } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';
import type { ProblemPlace } from '../problem.policy.ts';

/** Those who handle the problems of a centre, in no order. */
export async function readHandlers(ctx: Context, centreId: string): Promise<string[]> {
  const rows = await db(ctx)
    .selectFrom('membership')
    .select('person_id as id')
    .where('centre_id', '=', centreId)
    .where('role', 'in', rolesThatMay('handle-problems'))
    .where(holdsAt(ctx.now))
    .execute();
  return rows.map(({ id }) => id);
}

/** Throws BAD_INPUT for somebody who does not handle problems there. */
export async function assertTeam(tx: Context, { centreId, stewardIds }: ProblemPlace, personId: string): Promise<void> {
  if (stewardIds.includes(personId)) return;
  if (isId(personId) && (await readHandlers(tx, centreId)).includes(personId)) return;
  throw badInput([{ field: 'assigneeId', message: { key: 'problems.assignee' } }]);
}

import { type Context, db } from '../../../platform/context/context.ts';
import { badInput } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';

interface Stewards {
  readonly equipmentId: string;
  readonly centreId: string;
  readonly known: readonly string[];
  readonly given: readonly string[];
}

/** Names who looks after a machine. Throws BAD_INPUT for whoever does not belong to its centre now. */
export async function writeStewards(tx: Context, { equipmentId, centreId, known, given }: Stewards): Promise<void> {
  const added = [...new Set(given)].filter((id) => !known.includes(id));
  const removed = known.filter((id) => !given.includes(id));
  if (removed.length > 0) {
    await db(tx)
      .deleteFrom('equipment_steward')
      .where('equipment_id', '=', equipmentId)
      .where('person_id', 'in', removed)
      .execute();
  }
  if (added.length === 0) return;
  const members = added.every(isId)
    ? await db(tx)
        .selectFrom('membership')
        .select('person_id as id')
        .where('centre_id', '=', centreId)
        .where('person_id', 'in', added)
        .where(holdsAt(tx.now))
        .execute()
    : [];
  if (members.length < added.length) {
    throw badInput([{ field: 'stewardIds', message: { key: 'equipment.stewardElsewhere' } }]);
  }
  await db(tx)
    .insertInto('equipment_steward')
    .values(added.map((id) => ({ equipment_id: equipmentId, person_id: id, since: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

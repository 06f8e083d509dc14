import { type Context, db } from '../../../platform/context/context.ts';
import { record } from '../../../platform/events/record.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { membershipStarted } from './membership.events.ts';

interface NewMember {
  readonly personId: string;
  readonly centreId: string;
  /** The request that it begins with. */
  readonly joinRequestId: string;
}

/**
 * Makes somebody a member of a centre, within a transaction. A person has one row at each centre, which begins anew
 * where it had ended; returns whether it did: one that holds already, in whatever role, or has yet to begin stays.
 */
export async function beginMembership(tx: Context, { personId, centreId, joinRequestId }: NewMember): Promise<boolean> {
  const began = { role: 'member', valid_from: tx.now, valid_until: null, end_reason: null, ended_by_id: null } as const;
  const row = await db(tx)
    .insertInto('membership')
    .values({ id: newId(), person_id: personId, centre_id: centreId, ...began })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'centre_id']).doUpdateSet(began).where('membership.valid_until', '<=', tx.now),
    )
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  record(tx, membershipStarted({ id: row.id, personId, centreId, joinRequestId }));
  return true;
}

import type { CentreRole } from '../../../access/roles.enums.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';

/** A membership and whoever acts on it, by the rights of this moment. */
export interface LockedMembership {
  readonly membership: { readonly id: string; readonly personId: string; readonly role: CentreRole };
  readonly actor: { readonly personId: string; readonly role: CentreRole | undefined };
}

/**
 * A membership, locked until the transaction ends with those of all who run the centre, so that two managers cannot
 * take each other's rights. Throws NOT_FOUND.
 */
export async function lockMembership(
  tx: Context,
  { id, centreId }: { readonly id: string; readonly centreId: string },
  actorId: string,
): Promise<LockedMembership> {
  const rows = await db(tx)
    .selectFrom('membership')
    .select(['id', 'role', 'person_id as personId'])
    .where('centre_id', '=', centreId)
    .where(({ eb, and, or }) => or([eb('id', '=', id), and([eb('role', '!=', 'member'), holdsAt(tx.now)])]))
    .orderBy('id')
    .forUpdate()
    .execute();
  const membership = rows.find((row) => row.id === id);
  if (!membership) throw notFound();
  const role = rows.find((row) => row.personId === actorId && row.id !== id)?.role;
  return {
    membership,
    actor: { personId: actorId, role: actorId === membership.personId ? membership.role : role },
  };
}

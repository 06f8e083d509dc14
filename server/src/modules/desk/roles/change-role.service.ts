import { may } from '../../../access/rights.rules.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { longestReason } from '../../../shared/text/reason.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { roleChanged } from '../../people/memberships/membership.events.ts';
import { type MembershipRow, readMembershipsById } from '../../people/memberships/membership.reader.ts';
import { lockMembership } from '../memberships/locked-team.reader.ts';
import { mayChangeRole } from './change-role.policy.ts';

export interface ChangeRole {
  readonly membershipId: string;
  readonly role: CentreRole;
  /** What the membership was when it was shown. */
  readonly from: CentreRole;
  /** For whoever answers for the centre; may be empty. */
  readonly reason?: string | null;
}

/**
 * Makes a member of a centre something else there, from this moment on. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, and
 * CONFLICT where the membership has ended or a colleague changed the role meanwhile.
 */
export async function changeRole(ctx: Context, input: ChangeRole): Promise<MembershipRow> {
  const { personId: appointerId } = confirmed(ctx);
  const { membershipId, role, from } = input;
  const reason = (input.reason ?? '').trim();
  const problem = textProblem(reason, { minimum: 0, maximum: longestReason });
  if (problem) throw badInput([{ field: 'reason', message: problem }]);
  return transact(ctx, async (tx) => {
    const known = await findMembership(tx, membershipId);
    if (!known || !may(tx.actor, 'see-people', known.centreId)) throw notFound();
    const { membership: locked, actor } = await lockMembership(tx, known, appointerId);
    const permission = mayChangeRole(actor, locked, role);
    if (!permission.allowed) throw new DomainError('FORBIDDEN', permission.reason);
    const membership = await findMembership(tx, membershipId);
    if (!membership) throw notFound();
    if (membership.validUntil && membership.validUntil <= tx.now) {
      throw new DomainError('CONFLICT', { key: 'membership.alreadyEnded' });
    }
    if (membership.role === role) return membership;
    if (membership.role !== from) throw new DomainError('CONFLICT', { key: 'membership.role.changed' });
    await db(tx).updateTable('membership').set({ role }).where('id', '=', membershipId).execute();
    record(
      tx,
      roleChanged({ ...membership, before: membership.role, after: role, ...(reason === '' ? {} : { reason }) }),
    );
    return { ...membership, role };
  });
}

const findMembership = async (ctx: Context, id: string): Promise<MembershipRow | undefined> =>
  isId(id) ? (await readMembershipsById(ctx, [id])).get(id) : undefined;

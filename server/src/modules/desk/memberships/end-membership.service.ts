import { may } from '../../../access/rights.rules.ts';
import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { longestReason } from '../../../shared/text/reason.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { membershipEnded } from '../../people/memberships/membership.events.ts';
import { type MembershipRow, readMembershipsById } from '../../people/memberships/membership.reader.ts';
import { type ComingBookings, readComingBookings } from './coming-bookings.reader.ts';
import { mayEndMembership } from './end-membership.policy.ts';
import { lockMembership } from './locked-team.reader.ts';

export interface EndMembership {
  readonly membershipId: string;
  readonly reason: string;
  /** Of the coming bookings that were shown. */
  readonly fingerprint: string;
}

/** A membership with what its person still has booked at the centre. */
export interface MembershipImpact extends ComingBookings {
  readonly membership: MembershipRow;
}

/** Whether it was ended, and what is booked nevertheless. */
export interface EndMembershipOutcome {
  readonly ended: boolean;
  readonly impact: MembershipImpact;
}

/** What the person of a membership has booked at the centre, for its staff. Throws NOT_FOUND. */
export async function membershipImpact(ctx: Context, membershipId: string): Promise<MembershipImpact> {
  const membership = isId(membershipId)
    ? (await readMembershipsById(ctx, [membershipId])).get(membershipId)
    : undefined;
  if (!membership || !may(ctx.actor, 'see-people', membership.centreId)) throw notFound();
  return { membership, ...(await readComingBookings(ctx, membership)) };
}

/**
 * Ends somebody's membership at once, with a reason that they read. Their bookings stand, but only after whoever ends
 * it was shown all of them. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, and CONFLICT where it has ended already.
 */
export async function endMembership(
  ctx: Context,
  { membershipId, reason, fingerprint }: EndMembership,
): Promise<EndMembershipOutcome> {
  const { personId: enderId } = confirmed(ctx);
  const problem = textProblem(reason, { minimum: 1, maximum: longestReason });
  if (problem) throw badInput([{ field: 'reason', message: problem }]);
  return transact(ctx, async (tx) => {
    const { membership } = await membershipImpact(tx, membershipId);
    const { centreId, personId } = membership;
    await assertMayEnd(tx, membership, enderId);
    const impact = await membershipImpact(tx, membershipId);
    const { validUntil } = impact.membership;
    if (validUntil && validUntil <= tx.now) throw new DomainError('CONFLICT', { key: 'membership.alreadyEnded' });
    if (impact.fingerprint !== fingerprint) return { ended: false, impact };
    await db(tx)
      .updateTable('membership')
      .set({ valid_until: tx.now, end_reason: reason.trim(), ended_by_id: enderId })
      .where('id', '=', membershipId)
      .execute();
    record(tx, membershipEnded({ id: membershipId, centreId, personId, reason: reason.trim() }));
    return { ended: true, impact: await membershipImpact(tx, membershipId) };
  });
}

async function assertMayEnd(tx: Context, ended: MembershipRow, enderId: string): Promise<void> {
  const { membership, actor } = await lockMembership(tx, ended, enderId);
  const permission = mayEndMembership(actor, membership);
  if (!permission.allowed) throw new DomainError('FORBIDDEN', permission.reason);
}

import { type Context, db } from '../../../../platform/context/context.ts';

const recent = 3_600_000;

/** What its holder was told when something took the time of a booking, shortly before a moment. */
export async function findDecisionReason(ctx: Context, bookingId: string, at: Date): Promise<string | undefined> {
  const row = await db(ctx)
    .selectFrom('impact_decision')
    .select('reason')
    .where('booking_id', '=', bookingId)
    .where('decided_at', '<=', at)
    .where('decided_at', '>', new Date(at.getTime() - recent))
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reason;
}

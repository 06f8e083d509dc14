import { type Context, db } from '../../../../platform/context/context.ts';

/** Somebody whose booking gave way to a closure, with what it had. */
export interface GivenWay {
  readonly bookingId: string;
  readonly personId: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Who gave way to a closure and may have their time again, who had nothing instead first, then as they had booked. */
export async function readGivenWay(ctx: Context, closureId: string): Promise<GivenWay[]> {
  const rows = await givenWay(ctx)
    .select(['decision.booking_id as bookingId', 'booking.booker_id as personId', 'decision.unit_id as unitId'])
    .select(['unit.equipment_id as equipmentId', 'decision.starts_at as startsAt', 'decision.ends_at as endsAt'])
    .where('decision.closure_id', '=', closureId)
    .orderBy(({ eb }) => eb('decision.outcome', '=', 'cancelled'), 'desc')
    .orderBy('booking.created_at')
    .orderBy('booking.id')
    .execute();
  return rows.flatMap(({ personId, ...row }) => (personId ? [{ ...row, personId }] : []));
}

/** How many gave way to each of the closures and could have their time again. */
export async function countGivenWay(ctx: Context, closureIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await givenWay(ctx)
    .select('decision.closure_id as closureId')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('decision.closure_id', 'in', [...closureIds])
    .groupBy('decision.closure_id')
    .execute();
  return new Map(rows.map(({ closureId, count }) => [closureId ?? '', Number(count)]));
}

const givenWay = (ctx: Context) =>
  db(ctx)
    .selectFrom('impact_decision as decision')
    .innerJoin('booking', 'booking.id', 'decision.booking_id')
    .innerJoin('unit', 'unit.id', 'decision.unit_id')
    .where('decision.outcome', 'in', ['moved', 'offered', 'cancelled'])
    .where('decision.starts_at', '>', ctx.now)
    .where('unit.withdrawn_at', 'is', null)
    .where('booking.booker_id', 'is not', null);

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { readBookingAlternatives } from '../alternatives/booking-alternatives.reader.ts';
import { presentAlternative, SlotAlternativeObject } from '../alternatives/slot-alternative.type.ts';
import { BookingVerdictObject } from '../commands/booking-result.type.ts';
import { type Approval, readApprovals } from '../conditions/approval/approval.reader.ts';
import { presentCheck } from '../conditions/refusal.type.ts';
import { mayApprove } from './booking.policy.ts';
import { readBookings } from './booking.reader.ts';
import { BookingObject } from './booking.type.ts';

/** What approving each of the requests would come to now, by their ids. */
async function readApprovalsById(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Approval>> {
  const bookings = await readBookings(ctx, ids);
  const approvals = await readApprovals(ctx, [...bookings.values()]);
  return new Map(
    approvals.flatMap((approval) => (approval.request.movingId ? [[approval.request.movingId, approval]] : [])),
  );
}

@Resolver(() => BookingObject)
export class BookingAnswersResolver {
  @FieldResolver(() => BookingVerdictObject, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description: 'What approving it would come to now, for staff who may answer it; null for all others.',
  })
  async approvalVerdict(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<BookingVerdictObject | null> {
    if (!mayApprove(ctx.actor, booking, ctx.now).allowed) return null;
    const [approval, unit] = await Promise.all([
      load(ctx, readApprovalsById, booking.id),
      load(ctx, readUnits, booking.unitId),
    ]);
    if (!approval) return null;
    const { decision, ...known } = approval;
    const { outcome, reasons, checks } = decision;
    return {
      outcome,
      unit: unit ?? null,
      checks: checks.map((check) => presentCheck(check, ctx.locale)),
      refusal: { ...known, reasons },
    };
  }

  @FieldResolver(() => [SlotAlternativeObject], {
    complexity: rows(10, 200),
    description:
      'Other times and places for whom it was, by their rights, where the staff or the deadline ended it; else none.',
  })
  async alternatives(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<SlotAlternativeObject[]> {
    return (await readBookingAlternatives(ctx, booking)).map(presentAlternative);
  }
}

import { Arg, Ctx, GraphQLISODateTime, ID, Query, Resolver } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { asPagesRead, Limit } from '../../../platform/graphql/limit.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { BookingVerdictType } from '../bookings/booking-result.type.ts';
import { assess } from './assessment.reader.ts';
import { unmet } from './conditions.rules.ts';
import { presentCheck } from './refusal.type.ts';
import { freeUnits } from './unit-conditions.rules.ts';

@Resolver()
export class BookingVerdictResolver {
  @Allow(everyone)
  @Limit(asPagesRead)
  @Query(() => BookingVerdictType, {
    complexity: 50,
    description: 'Whether something could be booked, and every condition of it.',
  })
  async checkBooking(
    @Ctx() ctx: Context,
    @Arg('equipmentId', () => ID, { description: 'The equipment.' }) equipmentId: string,
    @Arg('unitId', () => ID, { nullable: true, description: 'One of its units; any free one where left out.' })
    unitId: string | null,
    @Arg('startsAt', () => GraphQLISODateTime, { description: 'When to begin.' }) startsAt: Date,
    @Arg('endsAt', () => GraphQLISODateTime, { description: 'When to end.' }) endsAt: Date,
    @Arg('movingId', () => ID, {
      nullable: true,
      description: 'The booking being moved, if any: its own time does not count as taken.',
    })
    movingId: string | null,
  ): Promise<BookingVerdictType> {
    if (movingId && !(await findBooking(ctx, movingId))) throw notFound();
    const wish = { equipmentId, unitId, startsAt, endsAt, movingId: movingId ?? undefined };
    const assessment = await assess(ctx, wish);
    const reasons = unmet(assessment.checks);
    const [unit] = freeUnits(assessment.facts);
    return {
      allowed: reasons.length === 0,
      unit: unit === undefined ? null : ((await load(ctx, readUnits, unit)) ?? null),
      checks: assessment.checks.map((check) => presentCheck(check, ctx.locale)),
      refusal: { assessment, reasons },
    };
  }
}

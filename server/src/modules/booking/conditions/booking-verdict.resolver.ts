import { Arg, Ctx, GraphQLISODateTime, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { BookingVerdictObject } from '../commands/booking-result.type.ts';
import { readBookingFacts } from './booking-facts.reader.ts';
import { decide } from './conditions.ts';
import { presentCheck } from './refusal.type.ts';
import { freeUnits } from './unit-available/unit-facts.rules.ts';

@Resolver()
export class BookingVerdictResolver {
  @Allow(everyone)
  @Query(() => BookingVerdictObject, {
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
    @Arg('holdId', () => ID, {
      nullable: true,
      description: 'The hold of a visitor who asks, if any: its time does not count as taken.',
    })
    holdId: string | null,
  ): Promise<BookingVerdictObject> {
    if (movingId && !(await findBooking(ctx, movingId))) throw notFound();
    const wanted = { equipmentId, unitId, startsAt, endsAt, movingId: movingId ?? undefined, holdId };
    const known = await readBookingFacts(ctx, wanted);
    const { outcome, checks, reasons } = decide(known.facts);
    const [unit] = freeUnits(known.facts);
    return {
      outcome,
      unit: unit === undefined ? null : ((await load(ctx, readUnits, unit)) ?? null),
      checks: checks.map((check) => presentCheck(check, ctx.locale)),
      refusal: { ...known, reasons },
    };
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { notFound } from '../../../shared/errors.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { readBookings } from '../bookings/booking.reader.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { OccupancyObject } from './occupancy.type.ts';

@Resolver(() => OccupancyObject)
export class OccupancyResolver {
  @FieldResolver(() => UnitObject, { description: 'The unit whose time it is.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: OccupancyObject): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, unitId);
    if (!unit) throw notFound();
    return unit;
  }

  @FieldResolver(() => BookingObject, {
    nullable: true,
    description: 'The booking, for its booker, their colleagues and the staff of the centre only.',
  })
  async booking(@Ctx() ctx: Context, @Root() { bookingId }: OccupancyObject): Promise<BookingObject | null> {
    return bookingId === null ? null : ((await load(ctx, readBookings, bookingId)) ?? null);
  }
}

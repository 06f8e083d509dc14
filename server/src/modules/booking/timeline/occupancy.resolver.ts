import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { readBookings } from '../bookings/booking.reader.ts';
import { BookingType } from '../bookings/booking.type.ts';
import { OccupancyType } from './occupancy.type.ts';

@Resolver(() => OccupancyType)
export class OccupancyResolver {
  @FieldResolver(() => UnitObject, { description: 'The unit whose time it is.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: OccupancyType): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, unitId);
    if (!unit) throw notFound();
    return unit;
  }

  @FieldResolver(() => BookingType, {
    nullable: true,
    description: 'The booking, for its booker, their colleagues and the staff of the centre only.',
  })
  async booking(@Ctx() ctx: Context, @Root() { bookingId }: OccupancyType): Promise<BookingType | null> {
    return bookingId === null ? null : ((await load(ctx, readBookings, bookingId)) ?? null);
  }
}

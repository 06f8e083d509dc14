import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { type Keyset, pageOf } from '../../../../platform/database/paging/pagination.rules.ts';
import { connect, pageRequest } from '../../../../platform/graphql/connection.ts';
import { notFound } from '../../../../shared/errors.ts';
import { readBookings } from '../../../booking/bookings/booking.reader.ts';
import { BookingObject } from '../../../booking/bookings/booking.type.ts';
import type { AffectedBooking, OpeningHoursImpact } from './affected-bookings.reader.ts';
import {
  AffectedBookingConnectionObject,
  AffectedBookingObject,
  OpeningHoursImpactObject,
} from './opening-hours-impact.type.ts';

const keysetOf = ({ startsAt, id }: AffectedBooking): Keyset => [startsAt.toISOString(), id];

/** Whether a booking comes behind a place in the list. */
const isBehind = (booking: AffectedBooking, [startsAt, id]: Keyset): boolean => {
  const [time, place] = [booking.startsAt.getTime(), Date.parse(String(startsAt))];
  return time > place || (time === place && booking.id > String(id));
};

@Resolver(() => OpeningHoursImpactObject)
export class OpeningHoursImpactResolver {
  @FieldResolver(() => AffectedBookingConnectionObject, { description: 'The affected bookings, the next one first.' })
  bookings(
    @Root() { affected, count }: OpeningHoursImpactObject,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): AffectedBookingConnectionObject {
    const request = pageRequest(first ?? 50, after, ['instant', 'id']);
    const { after: place } = request;
    const rest = place ? affected.filter((booking) => isBehind(booking, place)) : affected;
    return connect(
      pageOf(rest, request.first),
      place,
      keysetOf,
      ({ id, alreadyOutside }): AffectedBookingObject => ({ id, alreadyOutside }),
      async () => count,
    );
  }
}

@Resolver(() => AffectedBookingObject)
export class AffectedBookingResolver {
  @FieldResolver(() => BookingObject, { description: 'The booking.' })
  async booking(@Ctx() ctx: Context, @Root() { id }: AffectedBookingObject): Promise<BookingObject> {
    const booking = await load(ctx, readBookings, id);
    if (!booking) throw notFound();
    return booking;
  }
}

/** An impact as managers read it. */
export const presentImpact = ({ bookings, fingerprint }: OpeningHoursImpact): OpeningHoursImpactObject => ({
  count: bookings.length,
  fingerprint,
  affected: bookings,
});

import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type Keyset, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { notFound } from '../../../shared/errors.ts';
import { presentAlternative, SlotAlternativeObject } from '../../booking/alternatives/slot-alternative.type.ts';
import { readBookings } from '../../booking/bookings/booking.reader.ts';
import { BookingObject } from '../../booking/bookings/booking.type.ts';
import { actionsFor } from './answers.rules.ts';
import type { AffectedBooking, Impact } from './impact.reader.ts';
import { AffectedBookingConnectionObject, AffectedBookingObject, ImpactObject } from './impact.type.ts';
import { readImpactAlternatives } from './impact-alternatives.reader.ts';

const keysetOf = ({ startsAt, id }: AffectedBooking): Keyset => [startsAt.toISOString(), id];

/** Whether a booking comes behind a place in the list. */
const isBehind = (booking: AffectedBooking, [startsAt, id]: Keyset): boolean => {
  const [time, place] = [booking.startsAt.getTime(), Date.parse(String(startsAt))];
  return time > place || (time === place && booking.id > String(id));
};

@Resolver(() => ImpactObject)
export class ImpactResolver {
  @FieldResolver(() => AffectedBookingConnectionObject, { description: 'The affected bookings, the next one first.' })
  bookings(
    @Ctx() ctx: Context,
    @Root() { impact, count }: ImpactObject,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): AffectedBookingConnectionObject {
    const request = pageRequest(first ?? 50, after, ['instant', 'id']);
    const { after: place } = request;
    const rest = place ? impact.bookings.filter((booking) => isBehind(booking, place)) : impact.bookings;
    return connect(
      pageOf(rest, request.first),
      place,
      keysetOf,
      (booked): AffectedBookingObject => ({ booked, impact, actions: actionsFor(booked, ctx.now) }),
      async () => count,
    );
  }
}

@Resolver(() => AffectedBookingObject)
export class AffectedBookingResolver {
  @FieldResolver(() => BookingObject, { description: 'The booking.' })
  async booking(@Ctx() ctx: Context, @Root() { booked }: AffectedBookingObject): Promise<BookingObject> {
    const booking = await load(ctx, readBookings, booked.id);
    if (!booking) throw notFound();
    return booking;
  }

  @FieldResolver(() => [SlotAlternativeObject], {
    complexity: rows(10, 20),
    description: 'What is free for it then, by the rights of its holder: other units, other times, other centres.',
  })
  async alternatives(
    @Ctx() ctx: Context,
    @Root() { booked, impact }: AffectedBookingObject,
  ): Promise<SlotAlternativeObject[]> {
    return (await readImpactAlternatives(ctx, impact, booked)).map(presentAlternative);
  }
}

/** An impact as those read it who may decide about it. */
export const presentImpact = (impact: Impact): ImpactObject => ({
  count: impact.bookings.length,
  fingerprint: impact.fingerprint,
  impact,
});

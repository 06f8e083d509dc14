import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { bookingCalendar } from './booking-calendar.reader.ts';
import { pageOf } from './calendar-file.ts';

@Resolver(() => BookingObject)
export class BookingCalendarResolver {
  @FieldResolver(() => String, {
    description: 'A calendar file (text/calendar) with it; one taken again after a change updates the first.',
  })
  calendar(
    @Ctx() ctx: Context,
    @Root() booking: BookingObject,
    @Arg('page', () => String, { description: 'Address of the page where it is changed or cancelled.' }) page: string,
  ): Promise<string> {
    return bookingCalendar(ctx, booking, { page: pageOf(page) });
  }
}

import { RefusalAlternativesResolver, VerdictAlternativesResolver } from './alternatives/alternatives.resolver.ts';
import { AttendanceResolver } from './attendance/attendance.resolver.ts';
import { LatestEndResolver } from './attendance/latest-end.resolver.ts';
import { overBookings } from './attendance/over-bookings.job.ts';
import { Booking } from './bookings/booking.entity.ts';
import { bookingEvents } from './bookings/booking.events.ts';
import { BookingResolver } from './bookings/booking.resolver.ts';
import { BookingAnswersResolver } from './bookings/booking-answers.resolver.ts';
import { BookingFieldsResolver, SlotAlternativeResolver } from './bookings/booking-fields.resolver.ts';
import { BookingCalendarResolver } from './calendar/booking-calendar.resolver.ts';
import { BookingChangesResolver } from './changes/booking-changes.resolver.ts';
import { Closure } from './closures/closure.entity.ts';
import { closedTimeEvents } from './closures/closure.events.ts';
import { BookingCommandsResolver } from './commands/booking-commands.resolver.ts';
import { overdueRequests } from './commands/overdue-requests.job.ts';
import { OwnClashResolver } from './commands/own-clash.resolver.ts';
import { BookingVerdictResolver } from './conditions/booking-verdict.resolver.ts';
import { EquipmentAbilitiesResolver } from './conditions/equipment-abilities.resolver.ts';
import { expiredHolds } from './holds/expired-holds.job.ts';
import { Hold } from './holds/hold.entity.ts';
import { heldTimeEvents } from './holds/hold.events.ts';
import { HoldResolver } from './holds/hold.resolver.ts';
import { Occupancy } from './occupancy/occupancy.entity.ts';
import { Offer } from './offers/offer.entity.ts';
import { offeredTimeEvents } from './offers/offer.events.ts';
import { OfferResolver } from './offers/offer.resolver.ts';
import { Outage } from './outages/outage.entity.ts';
import { outageChanged } from './outages/outage.events.ts';
import { PreviewResolver } from './preview/preview.resolver.ts';
import { OccupancyResolver } from './timeline/occupancy.resolver.ts';
import { TimelineResolver } from './timeline/timeline.resolver.ts';
import { TimelineChangesResolver } from './timeline/timeline-changes.resolver.ts';

export const booking = {
  resolvers: [
    BookingResolver,
    BookingCommandsResolver,
    BookingAnswersResolver,
    AttendanceResolver,
    LatestEndResolver,
    BookingChangesResolver,
    OwnClashResolver,
    BookingFieldsResolver,
    BookingCalendarResolver,
    BookingVerdictResolver,
    EquipmentAbilitiesResolver,
    RefusalAlternativesResolver,
    VerdictAlternativesResolver,
    SlotAlternativeResolver,
    HoldResolver,
    OfferResolver,
    TimelineResolver,
    TimelineChangesResolver,
    OccupancyResolver,
    PreviewResolver,
  ],
  entities: [Booking, Hold, Closure, Offer, Outage, Occupancy],
  queues: [expiredHolds, overdueRequests, overBookings],
  events: [...bookingEvents, ...heldTimeEvents, ...closedTimeEvents, ...offeredTimeEvents, outageChanged],
} as const;

import { isStaffAt } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { bookingCancelled, bookingMade, bookingMoved } from '../../booking/bookings/booking.events.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';
import { readActor } from '../../people/acting-for/actor.reader.ts';
import type { NotificationKind } from './notification.enums.ts';
import { notify } from './notify.service.ts';

/** What a booker may hear of, handled in the order in which it happened. */
export const bookingEvents = [bookingMade, bookingMoved, bookingCancelled] as const;

type Entry = LogEntry & { readonly subject: { readonly booking: string } };

/** Who did something to a booking, as its booker sees it. */
type Doer = 'booker' | 'staff' | 'colleague';

const moved: Record<Doer, NotificationKind> = {
  booker: 'booking_moved',
  staff: 'booking_moved_by_staff',
  colleague: 'booking_moved_by_colleague',
};
const cancelled: Record<Doer, NotificationKind> = {
  booker: 'booking_cancelled',
  staff: 'booking_cancelled_by_staff',
  colleague: 'booking_cancelled_by_colleague',
};

/** Tells the booker what happened to a booking. */
export async function tellOfBooking(tx: Context, entry: Entry): Promise<void> {
  const { booking: bookingId } = entry.subject;
  const booking = (await readBookings(tx, [bookingId])).get(bookingId);
  if (!booking?.bookerId) return;
  const { bookerId: personId, centreId } = booking;
  const kind = await kindOf(tx, entry, booking);
  const object = { type: 'booking', id: bookingId } as const;
  await notify(tx, { personId, cause: causeOf(entry), kind, reason: 'booker', object, centreId });
}

/** The cause that an event is; its number names it for good. */
export const causeOf = ({ type, id }: LogEntry): string => `${type}:${id}`;

async function kindOf(tx: Context, entry: Entry, booking: BookingRow): Promise<NotificationKind> {
  if (bookingMoved.is(entry)) return moved[await doerOf(tx, entry, booking)];
  if (bookingCancelled.is(entry)) return cancelled[await doerOf(tx, entry, booking)];
  return booking.state === 'requested' ? 'booking_requested' : 'booking_made';
}

async function doerOf(tx: Context, { actorId }: Entry, { bookerId, centreId }: BookingRow): Promise<Doer> {
  if (actorId === null || actorId === bookerId) return 'booker';
  return isStaffAt(await readActor(tx.em, actorId, tx.now, null), centreId) ? 'staff' : 'colleague';
}

import { may } from '../../../access/rights.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import {
  bookingApproved,
  bookingCancelled,
  bookingDeclined,
  bookingKept,
  bookingMade,
  bookingMissed,
  bookingMoved,
} from '../../booking/bookings/booking.events.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';
import { requestedState } from '../../booking/bookings/booking-lifecycle.rules.ts';
import { readOffersInstead } from '../../booking/offers/offer.reader.ts';
import { readActor } from '../../people/acting-for/actor.reader.ts';
import { causeOf } from './cause.ts';
import type { NotificationKind } from './notification.enums.ts';
import { notify } from './notify.service.ts';
import { readStaff } from './staff.reader.ts';

/** What a booker may hear of, handled in the order in which it happened. */
export const toldOfBookings = [
  bookingMade,
  bookingMoved,
  bookingApproved,
  bookingDeclined,
  bookingCancelled,
  bookingKept,
  bookingMissed,
] as const;

type Entry = LogEntry & { readonly subject: { readonly booking: string; readonly undo?: string | undefined } };

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

/** Tells the booker what happened to the booking, and the staff where it waits for them. */
export async function tellOfBooking(tx: Context, entry: Entry): Promise<void> {
  const { booking: bookingId } = entry.subject;
  const booking = (await readBookings(tx, [bookingId])).get(bookingId);
  if (!booking) return;
  const { bookerId, centreId } = booking;
  // What they are offered in its place tells both.
  if (bookingCancelled.is(entry) && (await readOffersInstead(tx, [bookingId])).has(bookingId)) return;
  const undoable = entry.subject.undo !== undefined;
  const about = { cause: causeOf(entry), object: { type: 'booking', id: bookingId }, centreId, undoable } as const;
  if (bookerId !== null) {
    await notify(tx, { ...about, personId: bookerId, kind: await kindOf(tx, entry, booking), reason: 'booker' });
  }
  if (booking.state !== requestedState) return;
  for (const personId of await readStaff(tx, centreId, 'approve')) {
    if (personId === bookerId || personId === entry.actorId) continue;
    await notify(tx, { ...about, personId, kind: 'booking_waiting', reason: 'staff' });
  }
}

async function kindOf(tx: Context, entry: Entry, booking: BookingRow): Promise<NotificationKind> {
  if (bookingMoved.is(entry)) return moved[await moverOf(tx, entry, booking)];
  if (bookingCancelled.is(entry)) return cancelled[cancellerOf(entry, booking)];
  if (bookingKept.is(entry)) return 'booking_kept';
  if (bookingApproved.is(entry)) return 'booking_approved';
  if (bookingDeclined.is(entry)) return 'booking_declined';
  if (bookingMissed.is(entry)) return 'booking_missed';
  return booking.state === requestedState ? 'booking_requested' : 'booking_made';
}

async function moverOf(tx: Context, { actorId }: Entry, { bookerId, centreId }: BookingRow): Promise<Doer> {
  if (actorId === null || actorId === bookerId) return 'booker';
  return may(await readActor(tx.em, actorId, tx.now, null), 'book-for-others', centreId) ? 'staff' : 'colleague';
}

function cancellerOf({ actorId }: Entry, { bookerId, endingBy }: BookingRow): Doer {
  if (actorId === null || actorId === bookerId) return 'booker';
  return endingBy === 'staff' ? 'staff' : 'colleague';
}

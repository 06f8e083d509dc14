import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { takenTimeEvents } from '../../booking/bookings/booking.events.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';

/** Whether an entry of the log changes what a desk shows. */
export const isDeskEvent = (entry: LogEntry): boolean => takenTimeEvents.some((event) => event.is(entry));

export interface DeskChangeRow {
  readonly booking: BookingRow | null;
}

/** What an entry changed at the desk of a centre, as it is now; undefined where that is not of this centre. */
export async function readDeskChange(
  ctx: Context,
  centreId: string,
  { subject }: LogEntry,
): Promise<DeskChangeRow | undefined> {
  const booking = subject.booking === undefined ? undefined : await load(ctx, readBookings, subject.booking);
  return booking?.centreId === centreId ? { booking } : undefined;
}

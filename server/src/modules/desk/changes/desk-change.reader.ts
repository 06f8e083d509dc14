import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { bookingEvents } from '../../booking/bookings/booking.events.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';
import { joinRequestEvents } from '../../people/join-requests/join-request.events.ts';
import { type JoinRequestRow, readJoinRequests } from '../../people/join-requests/join-request.reader.ts';
import { membershipEnded, roleChanged } from '../../people/memberships/membership.events.ts';

// Who belongs to the team and as what is no row of the desk, but says who may go on following it.
const deskEvents = [...bookingEvents, ...joinRequestEvents, membershipEnded, roleChanged];

/** Whether an entry of the log changes what a desk shows. */
export const isDeskEvent = (entry: LogEntry): boolean => deskEvents.some((event) => event.is(entry));

/** What changed; the rest is null. */
export interface DeskChangeRow {
  readonly booking: BookingRow | null;
  readonly joinRequest: JoinRequestRow | null;
}

/** What an entry changed at the desk of a centre, as it is now; undefined where that is not of this centre. */
export async function readDeskChange(
  ctx: Context,
  centreId: string,
  { subject }: LogEntry,
): Promise<DeskChangeRow | undefined> {
  const [booking, joinRequest] = await Promise.all([
    subject.booking === undefined ? undefined : load(ctx, readBookings, subject.booking),
    subject.joinRequest === undefined ? undefined : load(ctx, readJoinRequests, subject.joinRequest),
  ]);
  const changed = booking ?? joinRequest;
  if (changed?.centreId !== centreId) return undefined;
  return { booking: booking ?? null, joinRequest: joinRequest ?? null };
}

import { type Context, db } from '../../../platform/context/context.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput } from '../../../shared/errors.ts';
import { longestReason } from '../../../shared/text/reason.rules.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import type { BookingState, EndingParty } from '../bookings/booking.enums.ts';
import { bookingCancelled, bookingDeclined } from '../bookings/booking.events.ts';
import type { BookingRow } from '../bookings/booking.reader.ts';
import { cancelledState } from '../bookings/booking-lifecycle.rules.ts';
import { release } from '../occupancy/occupancy.service.ts';
import { keepForUndo } from '../undo/restore-booking.service.ts';

/** A reason as it is kept; those whom it concerns need not give one to themselves. Throws BAD_INPUT. */
export function reasonOf(given: string | null | undefined, required: boolean): string {
  const reason = oneLine(given ?? '');
  if (required && reason === '') throw badInput([{ field: 'reason', message: { key: 'booking.sayWhy' } }]);
  const problem = lineProblem(reason, { minimum: 0, maximum: longestReason });
  if (problem) throw badInput([{ field: 'reason', message: problem }]);
  return reason;
}

export interface Ending {
  readonly to: BookingState;
  readonly by: EndingParty;
  readonly reason: string;
}

/** As whom the actor ends a booking now, and why, as its row keeps it. */
export const endingOf = ({ actor, now }: Context, { by, reason }: Omit<Ending, 'to'>) => ({
  ...{ ending_at: now, ending_by: by, ending_reason: reason },
  ending_person_id: actor.kind === 'member' ? actor.personId : null,
});

/** Ends a booking that is locked: its time is free at once, who ended it and why stays with it. */
export async function endBooking(tx: Context, booking: BookingRow, { to, ...ending }: Ending): Promise<void> {
  const { id, version } = booking;
  const undo = to === cancelledState ? await keepForUndo(tx, 'cancellation', booking) : undefined;
  await db(tx)
    .updateTable('booking')
    .set({ state: to, answer_by: null, version: version + 1 })
    .set(endingOf(tx, ending))
    .where('id', '=', id)
    .execute();
  const released = await release(tx, { kind: 'booking', id });
  const booked = { start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
  const happened = to === cancelledState ? bookingCancelled : bookingDeclined;
  record(tx, happened({ ...booking, undo, touched: released ?? booked }));
}

import { type Context, db } from '../../../platform/context/context.ts';
import { record } from '../../../platform/events/record.ts';
import { undoable } from '../../../platform/undo/undoable.service.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import type { BookingState, EndingParty } from '../bookings/booking.enums.ts';
import { bookingRestored } from '../bookings/booking.events.ts';
import { mayStill } from '../bookings/booking.policy.ts';
import { type BookingRow, findBooking } from '../bookings/booking.reader.ts';
import type { BookingCommand } from '../bookings/booking-lifecycle.rules.ts';
import type { BookingResult } from '../commands/book-equipment.service.ts';
import { readBookingFacts } from '../conditions/booking-facts.reader.ts';
import { decide } from '../conditions/conditions.ts';
import { slotTaken } from '../conditions/slot-free/slot-free.rules.ts';
import { retake, timeOf } from '../occupancy/occupancy.service.ts';

/** What of a booking may be taken back by whoever did it. */
export const undoableActs = ['check_in', 'approval', 'no_show', 'cancellation'] as const;
export type UndoableAct = (typeof undoableActs)[number];

/** A booking as it was before something was done to it; moments as text, as it is kept as JSON. */
export type BookingBefore = {
  /** That of the booking after it. */
  readonly version: number;
  readonly state: BookingState;
  readonly answerBy: string | null;
  readonly checkedInAt: string | null;
  readonly checkedInById: string | null;
  readonly finishedAt: string | null;
  readonly endingAt: string | null;
  readonly endingBy: EndingParty | null;
  readonly endingPersonId: string | null;
  readonly endingReason: string;
  /** The taken time, where some of it is freed. */
  readonly during: { readonly start: number; readonly end: number } | null;
};

/** Keeps, before something is done to a locked booking, what it is; returns what the event tells of it. */
export async function keepForUndo(tx: Context, act: UndoableAct, booking: BookingRow): Promise<string | undefined> {
  const { answerBy, checkedInAt, checkedInById, finishedAt, endingAt, endingBy, endingPersonId, endingReason } =
    booking;
  const frees = act === 'no_show' || act === 'cancellation';
  const before: BookingBefore = {
    ...{ version: booking.version + 1, state: booking.state, checkedInById, endingBy, endingPersonId, endingReason },
    answerBy: answerBy?.toISOString() ?? null,
    checkedInAt: checkedInAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    endingAt: endingAt?.toISOString() ?? null,
    during: (frees && (await timeOf(tx, { kind: 'booking', id: booking.id }))) || null,
  };
  return undoable(tx, { act, objectId: booking.id, before });
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

export interface RestoreBooking {
  readonly id: string;
  /** What was done to it. */
  readonly command: BookingCommand;
  readonly before: BookingBefore;
}

/** What may have come between: a freed time is taken again only while one may still be there. */
const ofPlace: readonly string[] = ['opening_hours', 'unit_available'];

/**
 * Makes a booking what it was, within the transaction that takes back what was done to it; its time must still be
 * free and open. Throws NOT_FOUND, FORBIDDEN to who may no longer do such things, and CONFLICT where something else
 * happened to it since.
 */
export async function restoreBooking(tx: Context, { id, command, before }: RestoreBooking): Promise<BookingResult> {
  const booking = await findBooking(tx, id, true);
  if (!booking) throw notFound();
  if (!mayStill(tx.actor, command, booking)) throw new DomainError('FORBIDDEN');
  if (booking.version !== before.version) throw new DomainError('CONFLICT', { key: 'undo.changed' });
  const { equipmentId, unitId, startsAt, endsAt, version } = booking;
  if (before.during) {
    const known = await readBookingFacts(tx, { equipmentId, unitId, startsAt, endsAt, movingId: id }, true);
    const closed = decide(known.facts).reasons.filter(({ condition }) => ofPlace.includes(condition));
    if (closed.length > 0) return { ...known, reasons: closed };
    if (!(await retake(tx, { kind: 'booking', id }, unitId, before.during))) {
      return { ...known, reasons: [slotTaken(known.facts)] };
    }
  }
  await db(tx)
    .updateTable('booking')
    .set({
      ...{
        state: before.state,
        answer_by: moment(before.answerBy),
        version: version + 1,
        finished_at: moment(before.finishedAt),
      },
      ...{ checked_in_at: moment(before.checkedInAt), checked_in_by_id: before.checkedInById },
      ...{ ending_at: moment(before.endingAt), ending_by: before.endingBy, ending_reason: before.endingReason },
      ending_person_id: before.endingPersonId,
    })
    .where('id', '=', id)
    .execute();
  const touched = before.during ?? { start: startsAt.getTime(), end: endsAt.getTime() };
  record(tx, bookingRestored({ ...booking, touched }));
  return { id, repeated: false };
}

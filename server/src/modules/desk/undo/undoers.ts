import type { Context } from '../../../platform/context/context.ts';
import type { UndoStepRow } from '../../../platform/undo/undo-step.reader.ts';
import type { BookingCommand } from '../../booking/bookings/booking-lifecycle.rules.ts';
import type { BookingResult } from '../../booking/commands/book-equipment.service.ts';
import { type BookingBefore, restoreBooking } from '../../booking/undo/restore-booking.service.ts';

/** Takes back what was done, in the transaction that notes it; or says why it cannot be. */
export type Undoer = (tx: Context, step: UndoStepRow) => Promise<BookingResult>;

const restored =
  (command: BookingCommand): Undoer =>
  (tx, { objectId, before }) =>
    restoreBooking(tx, { id: objectId, command, before: before as BookingBefore });

/** How each act is taken back. */
export const undoers = {
  check_in: restored('check_in'),
  approval: restored('approve'),
  no_show: restored('no_show'),
  cancellation: restored('cancel'),
} as const satisfies Record<string, Undoer>;

export type UndoAct = keyof typeof undoers;

export const isUndoAct = (act: string): act is UndoAct => Object.hasOwn(undoers, act);

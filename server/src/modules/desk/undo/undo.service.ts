import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { lockStep } from '../../../platform/undo/undo-step.reader.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import type { BookingResult } from '../../booking/commands/book-equipment.service.ts';
import { isUndoAct, undoers } from './undoers.ts';

/**
 * Takes back, within a minute, what the actor did, and that anybody is told of it. Throws NOT_FOUND for what others
 * did, CONFLICT where it was taken back before, is too long ago, was told, or something else happened since.
 */
export async function undo(ctx: Context, stepId: string): Promise<BookingResult> {
  signedIn(ctx);
  return transact(ctx, async (tx) => {
    const step = await lockStep(tx, stepId);
    if (!step || !isUndoAct(step.act)) throw notFound();
    if (step.undoneAt) throw new DomainError('CONFLICT', { key: 'undo.already' });
    if (step.until <= tx.now) throw new DomainError('CONFLICT', { key: 'undo.tooLate' });
    if (await wasTold(tx, stepId)) throw new DomainError('CONFLICT', { key: 'undo.told' });
    const result = await undoers[step.act](tx, step);
    if ('reasons' in result) return result;
    await db(tx).updateTable('undo_step').set({ undone_at: tx.now }).where('id', '=', stepId).execute();
    await db(tx).deleteFrom('notification').where('undo_id', '=', stepId).execute();
    return result;
  });
}

/** A letter of it left already, where the clocks of two processes differ. */
async function wasTold(tx: Context, stepId: string): Promise<boolean> {
  const told = await db(tx)
    .selectFrom('notification')
    .select('id')
    .where('undo_id', '=', stepId)
    .where('emailed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return told !== undefined;
}

import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { undoableUntil } from '../../../platform/undo/undo.rules.ts';
import { isUndone } from '../../../platform/undo/undo-step.reader.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { notificationLetters } from '../letters/letter.job.ts';
import { numberOfCause } from './cause.ts';
import type { NotificationKind, NotificationObject, NotificationReason } from './notification.enums.ts';

export interface Notice {
  readonly personId: string;
  /** What made it; a person is told once for each cause. */
  readonly cause: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  readonly object: { readonly type: NotificationObject; readonly id: string };
  readonly centreId?: string | null | undefined;
  /** It can be taken back for a minute after the event that made it: nobody is told before, and never of what was. */
  readonly undoable?: boolean;
}

/**
 * Tells a person something, with the commit of the transaction: a row that stays, and an e-mail sent beside. Both wait
 * out the minute in which it may be taken back.
 */
export async function notify(tx: Context, notice: Notice): Promise<void> {
  const { personId, cause, kind, reason, object, centreId } = notice;
  const wait = notice.undoable ? await waitFor(tx, cause) : atOnce;
  if (wait === 'undone') return;
  const row = await db(tx)
    .insertInto('notification')
    .values({
      ...{ id: newId(), person_id: personId, cause, kind, reason, due_at: wait.dueAt, undo_id: wait.undoId },
      ...{ object_type: object.type, object_id: object.id, centre_id: centreId ?? null, created_at: tx.now },
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return;
  await enqueue(tx, notificationLetters, { notificationId: row.id }, { key: row.id, at: wait.dueAt ?? undefined });
}

/** Until when nobody is told, and what takes it back. */
interface Wait {
  readonly dueAt: Date | null;
  readonly undoId: string | null;
}

const atOnce: Wait = { dueAt: null, undoId: null };

/** How long to wait for the event that is the cause; whoever takes it back at this moment comes first or waits. */
async function waitFor(tx: Context, cause: string): Promise<Wait | 'undone'> {
  const number = numberOfCause(cause);
  const event = number
    ? await db(tx)
        .selectFrom('logged_event')
        .select(['at as happenedAt', sql<string | null>`subject->>'undo'`.as('undo')])
        .where('id', '=', number)
        .executeTakeFirst()
    : undefined;
  const dueAt = undoableUntil(event?.happenedAt ?? tx.now);
  const undoId = event?.undo ?? null;
  if (undoId && (await isUndone(tx, undoId))) return 'undone';
  return { dueAt, undoId };
}

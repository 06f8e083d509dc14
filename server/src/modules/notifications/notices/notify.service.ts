import { type Context, db } from '../../../platform/context/context.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { notificationLetters } from '../letters/letter.job.ts';
import type { NotificationKind, NotificationObject, NotificationReason } from './notification.enums.ts';

export interface Notice {
  readonly personId: string;
  /** What made it; a person is told once for each cause. */
  readonly cause: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  readonly object: { readonly type: NotificationObject; readonly id: string };
  readonly centreId?: string | null | undefined;
}

/** Tells a person something, with the commit of the transaction: a row that stays, and an e-mail sent beside. */
export async function notify(tx: Context, notice: Notice): Promise<void> {
  const { personId, cause, kind, reason, object, centreId } = notice;
  const row = await db(tx)
    .insertInto('notification')
    .values({
      ...{ id: newId(), person_id: personId, cause, kind, reason },
      ...{ object_type: object.type, object_id: object.id, centre_id: centreId ?? null, created_at: tx.now },
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await enqueue(tx, notificationLetters, { notificationId: row.id }, { key: row.id });
}

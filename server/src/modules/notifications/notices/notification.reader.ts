import { type Context, db } from '../../../platform/context/context.ts';
import { isUndone } from '../../../platform/undo/undo-step.reader.ts';

/** Whether what a notification tells of was taken back; it cannot be any more until the transaction ends. */
export async function isTakenBack(tx: Context, id: string): Promise<boolean> {
  const told = await db(tx).selectFrom('notification').select('undo_id').where('id', '=', id).executeTakeFirst();
  return Boolean(told?.undo_id) && (await isUndone(tx, told?.undo_id ?? ''));
}

/** A notification of which no e-mail went out, locked until the transaction ends; undefined where one did. */
export const findUnsent = (tx: Context, id: string) =>
  db(tx)
    .selectFrom('notification')
    .select(['id', 'person_id as personId', 'cause', 'kind', 'reason'])
    .select(['object_type as objectType', 'object_id as objectId', 'created_at as createdAt'])
    .where('id', '=', id)
    .where('emailed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export type NotificationRow = NonNullable<Awaited<ReturnType<typeof findUnsent>>>;

/** Whether the person was told something newer of the same thing. */
export async function isOutdated(ctx: Context, { id, personId, objectId }: NotificationRow): Promise<boolean> {
  const newer = await db(ctx)
    .selectFrom('notification')
    .select('id')
    .where('person_id', '=', personId)
    .where('object_id', '=', objectId)
    .where('id', '>', id)
    .where(({ eb, or }) => or([eb('due_at', 'is', null), eb('due_at', '<=', ctx.now)]))
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

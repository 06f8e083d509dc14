import { type Context, db } from '../../../platform/context/context.ts';

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
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

import { type Context, db } from '../../../platform/context/context.ts';
import { causingEvent } from '../notices/cause.sql.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';

const day = 24 * 60 * 60 * 1000;

/** What somebody else made a person be told of within a day, of the kind of a notification and before it. */
export interface CausedBefore {
  /** How many letters of it went out. */
  readonly letters: number;
  /** Whether the last of it went out as a letter. */
  readonly lastWasSent: boolean;
}

/** Undefined where nobody else caused the notification: of what people do themselves they hear without end. */
export async function readCausedBefore(
  ctx: Context,
  { id, personId, kind }: NotificationRow,
): Promise<CausedBefore | undefined> {
  const told = db(ctx)
    .selectFrom('notification')
    .innerJoin('logged_event', (join) => join.on('logged_event.id', '=', causingEvent));
  const cause = await told.select('actor_id as actorId').where('notification.id', '=', id).executeTakeFirst();
  const actorId = cause?.actorId ?? personId;
  if (actorId === personId) return undefined;
  const before = await told
    .select(({ fn }) => fn.count<string>('emailed_at').as('letters'))
    .select(({ eb, fn }) => {
      const sent = fn.max('created_at').filterWhere('emailed_at', 'is not', null);
      return eb(fn.max('created_at'), '=', sent).as('lastWasSent');
    })
    .where('logged_event.actor_id', '=', actorId)
    .where('notification.person_id', '=', personId)
    .where('notification.kind', '=', kind)
    .where('notification.created_at', '>', new Date(ctx.now.getTime() - day))
    .where('notification.id', '<', id)
    .executeTakeFirstOrThrow();
  return { letters: Number(before.letters), lastWasSent: before.lastWasSent === true };
}

import { newId } from '../../shared/ids/ids.ts';
import { type Context, db } from '../context/context.ts';

export interface Undoable {
  /** What is done, such as `check_in`; what takes it back is found by it. */
  readonly act: string;
  /** What it is done to. */
  readonly objectId: string;
  /** What whoever takes it back needs to know, as JSON. */
  readonly before: Readonly<Record<string, unknown>>;
}

/**
 * Notes, in the transaction that does it, what the actor may take back for a minute. The id goes as `undo` into the
 * subject of the event, by which nobody is told within that minute; undefined where nobody acts who could take it back.
 */
export async function undoable(tx: Context, { act, objectId, before }: Undoable): Promise<string | undefined> {
  if (tx.actor.kind === 'visitor') return undefined;
  const id = newId();
  await db(tx)
    .insertInto('undo_step')
    .values({
      ...{ id, act, object_id: objectId, before, done_at: tx.now, person_id: tx.actor.personId },
    })
    .execute();
  return id;
}

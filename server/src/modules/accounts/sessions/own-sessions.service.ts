import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';

/** Ends one of the member's own sessions; its sockets close within a second. Throws NOT_FOUND. */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  const { personId } = signedIn(ctx);
  if (!isId(sessionId)) throw notFound();
  await transact(ctx, async (tx) => {
    const ended = await db(tx)
      .deleteFrom('session')
      .where('id', '=', sessionId)
      .where('person_id', '=', personId)
      .returning('id')
      .execute();
    if (ended.length === 0) throw notFound();
  });
}

/**
 * Ends every session of the member, the asking one too, and forgets the devices that need no second factor.
 * Returns how many sessions ended.
 */
export async function signOutEverywhere(ctx: Context): Promise<number> {
  const { personId } = signedIn(ctx);
  return transact(ctx, async (tx) => {
    await db(tx).deleteFrom('verification').where('value', '=', personId).execute();
    const ended = db(tx).deleteFrom('session').where('person_id', '=', personId).returning('id');
    return (await ended.execute()).length;
  });
}

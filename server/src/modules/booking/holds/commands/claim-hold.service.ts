import { type Context, db, signedIn } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { notFound } from '../../../../shared/errors.ts';
import { findHold, type HoldRow } from '../hold.reader.ts';
import { stateAt } from '../hold.rules.ts';
import { endAllOf } from './end-holds.service.ts';

/**
 * Makes a browser's hold the actor's, who signed in since, in place of what they held before. One that ended stays as
 * it is. Throws SIGN_IN_REQUIRED, NOT_FOUND for that of another, CONFLICT where they hold something else since now.
 */
export async function claimHold(ctx: Context, token: string): Promise<HoldRow> {
  const { personId } = signedIn(ctx);
  return transact(ctx, async (tx) => {
    const hold = await findHold(tx, token, true);
    if (!hold) throw notFound();
    if (hold.personId !== null || stateAt(hold, tx.now) !== 'held') return hold;
    await endAllOf(tx);
    await db(tx).updateTable('hold').set({ person_id: personId }).where('id', '=', hold.id).execute();
    return { ...hold, personId };
  });
}

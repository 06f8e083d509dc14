import { type Context, db, signedIn } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { notFound } from '../../../../shared/errors.ts';
import { findHold, type HoldRow } from '../hold.reader.ts';
import { stateAt } from '../hold.rules.ts';
import { endAllOf, endExpiredOf } from './end-holds.service.ts';

export interface ClaimHold {
  /** The secret of the hold. */
  readonly token: string;
  /** Whether the person chose it over what they hold: whoever only followed a link did not. */
  readonly replace: boolean;
}

/**
 * Makes a browser's hold the actor's, who signed in since; where they chose it, in place of what they held before. One
 * that ended stays as it is. Throws SIGN_IN_REQUIRED, NOT_FOUND for that of another, and meets the one hold that a
 * person may have, a CONFLICT, where they hold something else.
 */
export async function claimHold(ctx: Context, { token, replace }: ClaimHold): Promise<HoldRow> {
  const { personId } = signedIn(ctx);
  return transact(ctx, async (tx) => {
    const hold = await findHold(tx, token, true);
    if (!hold) throw notFound();
    if (hold.personId !== null || stateAt(hold, tx.now) !== 'held') return hold;
    await (replace ? endAllOf(tx) : endExpiredOf(tx));
    await db(tx).updateTable('hold').set({ person_id: personId }).where('id', '=', hold.id).execute();
    return { ...hold, personId };
  });
}

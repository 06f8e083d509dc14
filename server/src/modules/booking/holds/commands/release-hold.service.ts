import type { Context } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { notFound } from '../../../../shared/errors.ts';
import { findHold, type HoldRow } from '../hold.reader.ts';
import { endHolds } from './end-holds.service.ts';

/** Lets go of a hold; its time is free at once. One that ended stays as it is. Throws NOT_FOUND for that of another. */
export async function releaseHold(ctx: Context, token: string): Promise<HoldRow> {
  return transact(ctx, async (tx) => {
    const hold = await findHold(tx, token, true);
    if (!hold) throw notFound();
    return (await endHolds(tx, [hold.id], 'released')) > 0 ? { ...hold, state: 'released' } : hold;
  });
}

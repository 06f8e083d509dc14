import { type Context, db } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { day } from '../../conditions/condition.rules.ts';
import { endOverdueOffers } from '../../offers/commands/end-offers.service.ts';
import { endOverdue } from './end-holds.service.ts';

const batch = 100;

/** Ends the holds and offers that ran out and forgets those that ended a day ago, with the time they took. */
export async function expireHolds(ctx: Context): Promise<void> {
  for (let ended = batch; ended === batch; ) ended = await transact(ctx, (tx) => endOverdue(tx, batch));
  for (let ended = batch; ended === batch; ) ended = await transact(ctx, (tx) => endOverdueOffers(tx, batch));
  await db(ctx)
    .deleteFrom('hold')
    .where('state', '!=', 'held')
    .where('expires_at', '<=', new Date(ctx.now.getTime() - day))
    .execute();
}

import { type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Database } from '../../../platform/database/tables.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';

/** A code of an app counts in its own half minute, the one before and the one after. */
const codeSeconds = 90;

/**
 * Claims a code for whoever enters it first, so that nobody who saw or intercepted it enters it again. Returns
 * whether it was free. A wrong code is claimed too, which costs nobody anything.
 */
export async function claimCode(db: Database, personId: string, code: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + codeSeconds * 1000);
  // The value names nobody: signing out everywhere deletes what does, and a used code must stay used.
  const [id, identifier] = [stableId(`used-code:${personId}`, code), 'used-code'];
  const claimed = await db
    .insertInto('verification')
    .values({ id, identifier, value: '', expires_at: until, created_at: now, updated_at: now })
    .onConflict((used) =>
      used.column('id').doUpdateSet({ expires_at: until, updated_at: now }).where('verification.expires_at', '<=', now),
    )
    .returning('id')
    .execute();
  return claimed.length > 0;
}

type AuthRequest = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Who is to enter a code: who is signed in, or who gave a password and is asked for the second step. */
export async function personVerifying(ctx: AuthRequest): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx);
  if (session) return session.user.id;
  const cookie = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (!challenge) return undefined;
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value;
}

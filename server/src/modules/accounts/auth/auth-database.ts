import type { BetterAuthOptions } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import type { EntityManager } from '../../../platform/database/database.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { withHashedTokens } from '../sessions/session-tokens.ts';

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** Where better-auth's models live in our tables. */
export const authTables = {
  user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'session',
    fields: {
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...times,
    },
  },
  account: {
    modelName: 'account',
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
} satisfies BetterAuthOptions;

/**
 * better-auth on our connection: times as dates, tokens as digests. It works without transactions, because it
 * would hold one open while it digests a password, and a few sign-ups at once would keep everybody else from the
 * database. Its steps stand each for themselves: what a crash leaves undone, "I forgot my password" completes.
 */
export async function authDatabase(em: EntityManager, options: BetterAuthOptions): Promise<BetterAuthOptions> {
  const db = rowsOf(em);
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: false } });
  return { ...options, database: () => withHashedTokens(adapter) };
}

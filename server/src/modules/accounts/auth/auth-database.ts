import type { BetterAuthOptions } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import type { KyselyPlugin, UnknownRow } from 'kysely';
import type { EntityManager } from '../../../platform/database/database.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { instantOf } from '../../../shared/time/instant.ts';
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
  const db = rowsOf(em).withPlugin(timesAsDates);
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: false } });
  return { ...options, database: () => withHashedTokens(adapter) };
}

/**
 * The drivers hand over moments as text, and better-auth compares them with dates: a text is never in the past,
 * so nothing would ever expire. All our moments stand in columns named `…_at`.
 */
const timesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

const withDates = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_at') && typeof value === 'string' ? instantOf(value) : value,
    ]),
  );

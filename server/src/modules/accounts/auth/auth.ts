import type { MikroORM } from '@mikro-orm/postgresql';
import { betterAuth } from 'better-auth';
import type { EntityManager } from '../../../platform/database/database.ts';
import { authDatabase } from './auth-database.ts';
import { type AuthOptionParts, authOptions } from './auth-options.ts';

export interface AuthParts extends Omit<AuthOptionParts, 'em' | 'offerPassword'> {
  readonly orm: MikroORM;
}

/** Accounts and sessions by better-auth, on our own tables and in our own words. */
export async function createAuth({ orm, ...parts }: AuthParts) {
  const em = orm.em.fork() as EntityManager;
  const offerPassword = async (email: string): Promise<void> => {
    await auth.api.requestPasswordReset({ body: { email } });
  };
  const options = authOptions({ ...parts, em, offerPassword });
  const { database } = await authDatabase(em, options);
  const auth = betterAuth({ ...options, database });
  return auth;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

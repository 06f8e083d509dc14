import type { MikroORM } from '@mikro-orm/postgresql';
import { betterAuth } from 'better-auth';
import type { EntityManager } from '../../../platform/database/database.ts';
import { authDatabase } from './auth-database.ts';
import { type AuthOptionParts, authOptions } from './auth-options.ts';

export interface AuthParts extends Omit<AuthOptionParts, 'em'> {
  readonly orm: MikroORM;
}

/** Accounts and sessions by better-auth, on our own tables and in our own words. */
export async function createAuth({ orm, ...parts }: AuthParts) {
  const em = orm.em.fork() as EntityManager;
  const options = authOptions({ ...parts, em });
  const { database } = await authDatabase(em, options);
  return betterAuth({ ...options, database });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

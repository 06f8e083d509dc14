import { type Context, db } from '../../../platform/context/context.ts';
import { deviceOf } from './device.rules.ts';

/** Where and since when a person is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly signedInAt: Date;
  /** To the hour. */
  readonly lastUsedAt: Date;
  readonly current: boolean;
}

/** Every session of a person that holds at `ctx.now`, the last used first; `currentId` is the asking one. */
export async function readOwnSessions(ctx: Context, personId: string, currentId: string): Promise<OwnSession[]> {
  const rows = await db(ctx)
    .selectFrom('session')
    .select(['id', 'user_agent', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', ctx.now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.user_agent ?? null),
    signedInAt: row.created_at,
    lastUsedAt: row.last_used_at,
    current: row.id === currentId,
  }));
}

import { hash } from 'node:crypto';
import { type Context, db } from '../../../platform/context/context.ts';
import { mayUseHold } from './hold.policy.ts';

/** The secret of a hold as it is kept. */
export const tokenHashOf = (token: string): string => hash('sha256', token);

const columns = [
  'hold.id',
  'hold.person_id as personId',
  'hold.equipment_id as equipmentId',
  'hold.unit_id as unitId',
  'hold.starts_at as startsAt',
  'hold.ends_at as endsAt',
  'hold.created_at as createdAt',
  'hold.expires_at as expiresAt',
  'hold.state',
] as const;

/** The hold that a secret belongs to, where the actor may use it; locked until the transaction ends where `lock` is set. */
export async function findHold(ctx: Context, token: string, lock = false) {
  const query = db(ctx).selectFrom('hold').select(columns).where('token_hash', '=', tokenHashOf(token));
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const hold = row && { ...row, personId: row.personId ?? null };
  return hold && mayUseHold(ctx.actor, hold) ? hold : undefined;
}

export type HoldRow = NonNullable<Awaited<ReturnType<typeof findHold>>>;

import { type Context, db } from '../../../platform/context/context.ts';
import { instantOf } from '../../../shared/time/instant.ts';

/** A key of a person's device that signs them in. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly backedUp: boolean;
  readonly createdAt: Date;
}

/** Every passkey of a person, oldest first. */
export async function readPasskeys(ctx: Context, personId: string): Promise<PasskeyRow[]> {
  const rows = await db(ctx)
    .selectFrom('passkey')
    .select(['id', 'name', 'backed_up', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    backedUp: row.backed_up,
    createdAt: instantOf(row.created_at),
  }));
}

/** How a person can sign in beside passkeys: whether there is a password, and whether it asks for a code as well. */
export async function readWaysIn(
  ctx: Context,
  personId: string,
): Promise<{ hasPassword: boolean; secondFactor: boolean }> {
  const row = await db(ctx)
    .selectFrom('person')
    .select((person) => [
      'two_factor_enabled',
      person
        .exists(
          person
            .selectFrom('account')
            .select('id')
            .whereRef('account.person_id', '=', 'person.id')
            .where('password', 'is not', null),
        )
        .as('has_password'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst();
  return { hasPassword: Boolean(row?.has_password), secondFactor: row?.two_factor_enabled ?? false };
}

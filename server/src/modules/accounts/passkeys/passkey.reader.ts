import { type Context, db } from '../../../platform/context/context.ts';

/** A key of a person's device that signs them in. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly backedUp: boolean;
  readonly createdAt: Date;
}

/** Every passkey of a person, oldest first. */
export function readPasskeys(ctx: Context, personId: string): Promise<PasskeyRow[]> {
  return db(ctx)
    .selectFrom('passkey')
    .select(['id', 'name', 'backed_up as backedUp', 'created_at as createdAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
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

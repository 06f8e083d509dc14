import type { Database } from '../../../platform/database/tables.ts';

/**
 * Hands an account whose address nobody confirmed to the owner of the address, under the name that they go by where it
 * is known: its password and sessions, chosen and opened by who knows whom, end; its rights stay. A confirmed account
 * is left alone.
 */
export async function takeOverUnconfirmed(
  db: Database,
  { email, name }: { readonly email: string; readonly name: string | undefined },
): Promise<void> {
  await db
    .with('owner', (row) =>
      row
        .updateTable('person')
        .set({ email_verified: true, ...(name !== undefined && { name }) })
        .where('email', '=', email)
        .where('email_verified', '=', false)
        .returning('id'),
    )
    .with('passwords', (row) =>
      row.deleteFrom('account').where('person_id', 'in', row.selectFrom('owner').select('id')),
    )
    .with('sessions', (row) => row.deleteFrom('session').where('person_id', 'in', row.selectFrom('owner').select('id')))
    .selectFrom('owner')
    .select('id')
    .execute();
}

import type { Database } from '../../../platform/database/tables.ts';

/**
 * Drops an account whose address nobody confirmed, with its password and sessions, to make place for a new sign-up.
 * One that already has rights anywhere stays; its owner chooses a new password through the mailbox.
 */
export async function dropUnconfirmed(db: Database, email: string): Promise<void> {
  await db
    .deleteFrom('person')
    .where('email', '=', email)
    .where('email_verified', '=', false)
    .where((row) =>
      row.not(
        row.or(
          (['membership', 'mandate', 'city_coordinator'] as const).map((table) =>
            row.exists(row.selectFrom(table).select('id').whereRef(`${table}.person_id`, '=', 'person.id')),
          ),
        ),
      ),
    )
    .execute();
}

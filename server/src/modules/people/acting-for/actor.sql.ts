import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { CentreRole } from '../../../access/roles.enums.ts';
import type { Tables } from '../../../platform/database/tables.ts';
import { holdsAt } from '../memberships/holds.sql.ts';

/** What {@link actorColumns} give. */
export interface ActorRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly operator: boolean;
  readonly memberships: readonly { readonly centreId: string; readonly role: CentreRole }[];
  readonly mandates: readonly { readonly id: string }[];
  readonly coordinations: readonly { readonly id: string }[];
}

/** What a person is and may do at `now`, for statements that have the row of `person`. */
export function actorColumns(now: Date) {
  const row = expressionBuilder<Tables, 'person'>();
  const own = row.ref('person.id');
  return [
    own.as('personId'),
    row.ref('person.name').as('name'),
    row.ref('person.email').as('email'),
    row.ref('person.email_verified').as('emailVerified'),
    row.ref('person.operator').as('operator'),
    jsonArrayFrom(
      row
        .selectFrom('membership')
        .select(['centre_id as centreId', 'role'])
        .where('membership.person_id', '=', own)
        .where(holdsAt(now))
        .orderBy('centre_id'),
    ).as('memberships'),
    jsonArrayFrom(
      row
        .selectFrom('mandate')
        .select('organisation_id as id')
        .where('mandate.person_id', '=', own)
        .where(holdsAt(now))
        .orderBy('organisation_id'),
    ).as('mandates'),
    jsonArrayFrom(
      row
        .selectFrom('city_coordinator')
        .select('city_id as id')
        .where('city_coordinator.person_id', '=', own)
        .where(holdsAt(now))
        .orderBy('city_id'),
    ).as('coordinations'),
  ] as const;
}

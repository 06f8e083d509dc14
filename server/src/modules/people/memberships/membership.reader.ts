import type { CentreRole } from '../../../access/roles.enums.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { holdsAt } from './holds.sql.ts';

interface Validity {
  readonly id: string;
  readonly validFrom: Date;
  readonly validUntil?: Date | null;
}
export interface MembershipRow extends Validity {
  readonly role: CentreRole;
  readonly centreId: string;
}
export interface MandateRow extends Validity {
  readonly organisationId: string;
}

/** The memberships of people that hold now, by person, oldest first. */
export async function readMemberships(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MembershipRow[]>> {
  const rows = await db(ctx)
    .selectFrom('membership')
    .select(['id', 'role', 'person_id as personId', 'centre_id as centreId'])
    .select(['valid_from as validFrom', 'valid_until as validUntil'])
    .where('person_id', 'in', [...personIds])
    .where(holdsAt(ctx.now))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.personId);
}

/** The mandates of people that hold now, by person, oldest first. */
export async function readMandates(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MandateRow[]>> {
  const rows = await db(ctx)
    .selectFrom('mandate')
    .select(['id', 'person_id as personId', 'organisation_id as organisationId'])
    .select(['valid_from as validFrom', 'valid_until as validUntil'])
    .where('person_id', 'in', [...personIds])
    .where(holdsAt(ctx.now))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.personId);
}

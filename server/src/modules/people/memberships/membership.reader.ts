import type { CentreRole } from '../../../access/roles.enums.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { holdsAt } from './holds.sql.ts';

interface Validity {
  readonly id: string;
  readonly validFrom: Date;
  readonly validUntil?: Date | null;
}
export interface MembershipRow extends Validity {
  readonly role: CentreRole;
  readonly personId: string;
  readonly centreId: string;
  /** Why the staff ended it, where they did. */
  readonly endReason: string | null;
}
export interface MandateRow extends Validity {
  readonly organisationId: string;
}

const selectMemberships = (database: Database) =>
  database
    .selectFrom('membership')
    .select(['id', 'role', 'person_id as personId', 'centre_id as centreId', 'end_reason as endReason'])
    .select(['valid_from as validFrom', 'valid_until as validUntil']);

type Stored = Awaited<ReturnType<ReturnType<typeof selectMemberships>['execute']>>[number];

const membershipOf = (stored: Stored): MembershipRow => ({ ...stored, endReason: stored.endReason ?? null });

/** The memberships of people that hold now, by person, oldest first. */
export async function readMemberships(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MembershipRow[]>> {
  const rows = await selectMemberships(db(ctx))
    .where('person_id', 'in', [...personIds])
    .where(holdsAt(ctx.now))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows.map(membershipOf), (row) => row.personId);
}

/** Memberships by id, also what has ended or is to begin. */
export async function readMembershipsById(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MembershipRow>> {
  const rows = await selectMemberships(db(ctx))
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, membershipOf(row)]));
}

/** A person's one membership at each of some centres, also what has ended or is to begin. */
export async function readMembershipsAt(
  ctx: Context,
  personId: string,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, MembershipRow>> {
  const rows = await selectMemberships(db(ctx))
    .where('person_id', '=', personId)
    .where('centre_id', 'in', [...centreIds])
    .execute();
  return new Map(rows.map((row) => [row.centreId, membershipOf(row)]));
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

import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';

export const centreColumns = [
  'centre.id',
  'centre.slug',
  'centre.name',
  'centre.model',
  'centre.city_id as cityId',
  'centre.latitude',
  'centre.longitude',
  'centre.point_precision as pointPrecision',
  'centre.summary',
  'centre.summary_language as summaryLanguage',
  'centre.address',
  'centre.zone',
  'centre.currency',
  'centre.languages',
  'centre.access_type as accessType',
  'centre.membership_access as membershipAccess',
  'centre.house_rules as houseRules',
  'centre.membership_benefits as membershipBenefits',
  'centre.membership_language as membershipLanguage',
  'centre.contact_email as contactEmail',
  'centre.contact_phone as contactPhone',
  'centre.contact_answers as contactAnswers',
  'centre.legal_form as legalForm',
  'centre.owner',
  'centre.funding_mix as fundingMix',
  'centre.governance',
  'centre.staff_count as staffCount',
  'centre.floor_area as floorArea',
  'centre.founded_year as foundedYear',
  'centre.website',
  'centre.source',
  'centre.verified_on as verifiedOn',
] as const;

const selectCentres = (database: Database) => database.selectFrom('centre').select(centreColumns);

export type CentreRow = Awaited<ReturnType<ReturnType<typeof selectCentres>['execute']>>[number];

/** Centres by id. */
export async function readCentres(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, CentreRow>> {
  const rows = await selectCentres(db(ctx))
    .where('centre.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** One centre by its id or its slug. */
export async function findCentre(ctx: Context, by: { id: string } | { slug: string }): Promise<CentreRow | undefined> {
  const query = selectCentres(db(ctx));
  return 'id' in by
    ? query.where('centre.id', '=', by.id).executeTakeFirst()
    : query.where('centre.slug', '=', by.slug).executeTakeFirst();
}

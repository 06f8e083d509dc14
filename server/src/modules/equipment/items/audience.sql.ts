import { type RawBuilder, sql } from 'kysely';
import type { AudienceReach } from './audience.rules.ts';

/** The row of `equipment` is for somebody. */
export const isFor = ({ audiences, centreIds }: AudienceReach): RawBuilder<boolean> => sql`(
  equipment.audience = any(${sql.val(audiences)}::text[]) or equipment.centre_id = any(${sql.val(centreIds)}::uuid[]))`;

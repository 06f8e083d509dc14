import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../../../platform/database/tables.ts';

/** Whether a membership, mandate or coordination, whose tables tell the time alike, holds at `now`. */
export function holdsAt(now: Date): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'membership' | 'mandate' | 'city_coordinator'>();
  return row.and([
    row('valid_from', '<=', now),
    row.or([row('valid_until', 'is', null), row('valid_until', '>', now)]),
  ]);
}

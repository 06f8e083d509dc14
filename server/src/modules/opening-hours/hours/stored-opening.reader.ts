import { type RawBuilder, sql } from 'kysely';
import { effectiveOpening } from './centre-opening.rules.ts';
import type { DayException, Opening, WeeklyHours } from './opening.rules.ts';

/** Hours and exceptions of a centre and of one equipment of it, as JSON columns of a row. */
export interface StoredOpening {
  readonly rules: readonly (WeeklyHours & { ofEquipment: boolean })[];
  readonly exceptions: readonly (DayException & { ofEquipment: boolean })[];
}

const clock = (column: RawBuilder<unknown>) => sql`left(${column}::text, 5)`;

/**
 * The columns of a {@link StoredOpening}, hours in the order of the week. `centre` and `equipment` are SQL
 * expressions of ids.
 */
export const openingColumns = (centre: RawBuilder<unknown>, equipment: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((select jsonb_agg(jsonb_build_object('weekday', r.weekday, 'opens', ${clock(sql`r.opens`)},
      'closes', ${clock(sql`r.closes`)}, 'ofEquipment', r.equipment_id is not null) order by r.weekday, r.opens)
    from opening_rule r
    where r.centre_id = ${centre} and (r.equipment_id is null or r.equipment_id = ${equipment})), '[]') as rules,
  coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'startsOn', x.starts_on,
      'endsOn', x.ends_on, 'opens', ${clock(sql`x.opens`)}, 'closes', ${clock(sql`x.closes`)}, 'yearly', x.yearly,
      'messages', x.messages, 'ofEquipment', x.equipment_id is not null) order by x.starts_on, x.id)
    from opening_exception x
    where x.centre_id = ${centre} and (x.equipment_id is null or x.equipment_id = ${equipment})), '[]') as exceptions`;

/** What holds for the equipment, and whether its weekly hours are its own. */
export function openingOf(stored: StoredOpening): { opening: Opening; ownHours: boolean; ownExceptions: boolean } {
  const part = (own: boolean): Opening => ({
    rules: stored.rules.filter((rule) => rule.ofEquipment === own),
    exceptions: stored.exceptions.filter((exception) => exception.ofEquipment === own),
  });
  const own = part(true);
  return {
    opening: effectiveOpening(part(false), own),
    ownHours: own.rules.length > 0,
    ownExceptions: own.exceptions.length > 0,
  };
}

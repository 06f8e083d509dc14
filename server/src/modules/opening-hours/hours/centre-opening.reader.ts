import { type RawBuilder, sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { DayException, WeeklyHours } from './opening.rules.ts';

/** `time` as HH:MM; 24:00 stays midnight at the end of the day. */
const clock = (column: RawBuilder<unknown>) => sql<string>`left(${column}::text, 5)`;

const rules = sql<WeeklyHours[]>`coalesce((
  select jsonb_agg(jsonb_build_object('weekday', r.weekday,
    'opens', ${clock(sql`r.opens`)}, 'closes', ${clock(sql`r.closes`)}) order by r.weekday, r.opens)
  from opening_rule r where r.centre_id = centre.id and r.equipment_id is null), '[]')`;

export interface ExceptionRow extends DayException {
  readonly id: string;
  readonly messages: Readonly<Record<string, string>>;
}

const exceptions = sql<ExceptionRow[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
    'opens', ${clock(sql`x.opens`)}, 'closes', ${clock(sql`x.closes`)}, 'yearly', x.yearly, 'messages', x.messages)
    order by x.starts_on, x.id)
  from opening_exception x where x.centre_id = centre.id and x.equipment_id is null), '[]')`;

export interface CentreOpening {
  readonly rules: readonly WeeklyHours[];
  readonly exceptions: readonly ExceptionRow[];
}

/** Weekly hours and exceptions of centres in the form people read, those of single equipment left out. */
export async function readCentreOpenings(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, CentreOpening>> {
  const rows = await db(ctx)
    .selectFrom('centre')
    .select(['centre.id', rules.as('rules'), exceptions.as('exceptions')])
    .where('centre.id', 'in', [...centreIds])
    .execute();
  return new Map(rows.map(({ id, ...opening }) => [id, opening]));
}

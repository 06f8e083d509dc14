import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { type CentreOpening, ofCentre } from './centre-opening.rules.ts';
import type { DayException, WeeklyHours } from './opening.rules.ts';

export interface HoursRow extends WeeklyHours {
  readonly id: string;
}

export interface ExceptionRow extends DayException {
  readonly id: string;
  /** What people are told, by BCP 47 tag. */
  readonly messages: Readonly<Record<string, string>>;
}

/** The hours of a centre and of its equipment, every one with its id. */
export type OpeningRows = CentreOpening<HoursRow, ExceptionRow>;

/** Centres with all that is stored of their hours. */
export const selectOpenings = (database: Database) =>
  database
    .selectFrom('centre')
    .select((eb) => [
      'centre.id',
      jsonArrayFrom(
        eb
          .selectFrom('opening_rule as hours')
          .select(['hours.id', 'hours.equipment_id as equipmentId', 'hours.weekday', 'hours.opens', 'hours.closes'])
          .whereRef('hours.centre_id', '=', 'centre.id')
          .orderBy('hours.weekday')
          .orderBy('hours.opens'),
      ).as('rules'),
      jsonArrayFrom(
        eb
          .selectFrom('opening_exception as day')
          .select(['day.id', 'day.equipment_id as equipmentId', 'day.kind', 'day.opens', 'day.closes', 'day.yearly'])
          .select(['day.starts_on as startsOn', 'day.ends_on as endsOn', 'day.messages'])
          .whereRef('day.centre_id', '=', 'centre.id')
          .orderBy('day.starts_on')
          .orderBy('day.id'),
      ).as('exceptions'),
    ]);

/** Weekly hours and exceptions by centre, also those of single equipment; in the order of the week and of the days. */
export async function readOpenings(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, OpeningRows>> {
  const rows = await selectOpenings(db(ctx))
    .where('centre.id', 'in', [...centreIds])
    .execute();
  return new Map(rows.map((row) => [row.id, openingsOf(row)]));
}

type StoredOpenings = Awaited<ReturnType<ReturnType<typeof selectOpenings>['execute']>>[number];

/** A row of {@link selectOpenings}, sorted by whose hours they are. */
export const openingsOf = ({ rules, exceptions }: Pick<StoredOpenings, 'rules' | 'exceptions'>): OpeningRows =>
  ofCentre({
    rules: rules.map((row) => ({ ...row, opens: wallClock(row.opens), closes: wallClock(row.closes) })),
    exceptions: exceptions.map(({ opens, closes, ...row }) => ({
      ...row,
      opens: opens ? wallClock(opens) : null,
      closes: closes ? wallClock(closes) : null,
    })),
  });

/** A `time` of PostgreSQL, 09:00:00, as people read it: 09:00; 24:00 stays midnight at the end of the day. */
const wallClock = (time: string): string => time.slice(0, 5);

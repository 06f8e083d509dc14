import { type RawBuilder, sql } from 'kysely';

/** Which equipment is asked about, and when. */
export interface WantedTime {
  readonly key: string;
  readonly equipment: string;
  readonly start: Date;
  readonly end: Date;
}

/** Keys, each the JSON of an equipment's id and an interval in epoch milliseconds, as a table `wanted`. */
export function wantedTimes(keys: readonly string[]): RawBuilder<WantedTime> {
  const wanted = keys.map((key) => {
    const [equipment, start, end] = JSON.parse(key) as [string, number, number];
    return { key, equipment, start: new Date(start), end: new Date(end) };
  });
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
    as asked(key text, equipment uuid, start timestamptz, "end" timestamptz))`;
}

/** The row of `occupancy` takes its time at a moment: nobody freed it, and it is no hold that ran out. */
export const isTakenAt = (now: Date): RawBuilder<boolean> =>
  sql`(occupancy.blocking and (occupancy.expires_at is null or occupancy.expires_at > ${now}::timestamptz))`;

/** The row of `occupancy` takes some of the time of the row of `wanted`. */
export const overlaps: RawBuilder<boolean> = sql`occupancy.during && tstzrange(wanted.start, wanted."end")`;

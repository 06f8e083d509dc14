import { sql } from 'kysely';
import type { Interval } from '../../../shared/time/interval.rules.ts';

/** When an occupancy begins and ends, as columns of a statement over `occupancy`. */
export const occupiedFrom = sql<Date>`lower(occupancy.during)`;
export const occupiedUntil = sql<Date>`upper(occupancy.during)`;

/** An interval as PostgreSQL writes a `tstzrange`. */
export const rangeOf = ({ start, end }: Interval): string =>
  `[${new Date(start).toISOString()},${new Date(end).toISOString()})`;

/** Whether an occupancy touches an interval. */
export const touches = (interval: Interval) => sql<boolean>`occupancy.during && ${rangeOf(interval)}::tstzrange`;

import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { isTakenAt, overlaps, wantedTimes } from './busy.sql.ts';

/** A unit in use with its busy time, buffers inside, in order; epoch milliseconds. */
export interface UnitTime {
  readonly unit: string;
  readonly busy: readonly Interval[];
}

/** The units in use of an equipment with what takes them in an interval (epoch milliseconds). */
export async function loadBusy(
  ctx: Context,
  equipmentId: string,
  { start, end }: Interval,
): Promise<readonly UnitTime[]> {
  return (await load(ctx, readBusy, JSON.stringify([equipmentId, start, end]))) ?? [];
}

/** All intervals that were asked for in one statement, whatever equipment and time each is about. */
async function readBusy(ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, readonly UnitTime[]>> {
  const rows = await db(ctx)
    .selectFrom(wantedTimes(keys).as('wanted'))
    .innerJoin('unit', 'unit.equipment_id', 'wanted.equipment')
    .select((eb) => [
      'wanted.key',
      'unit.id as unit',
      jsonArrayFrom(
        eb
          .selectFrom('occupancy')
          .select(({ fn }) => fn<Date>('lower', ['occupancy.during']).as('startsAt'))
          .select(({ fn }) => fn<Date>('upper', ['occupancy.during']).as('endsAt'))
          .whereRef('occupancy.unit_id', '=', 'unit.id')
          .where(isTakenAt(ctx.now))
          .where(overlaps)
          .orderBy('occupancy.during'),
      ).as('occupancies'),
    ])
    .where('unit.withdrawn_at', 'is', null)
    .orderBy('unit.position')
    .execute();
  const units = rows.map(({ key, unit, occupancies }) => ({
    key,
    unit,
    busy: occupancies.map(({ startsAt, endsAt }) => ({ start: momentOf(startsAt), end: momentOf(endsAt) })),
  }));
  return Map.groupBy(units, ({ key }) => key);
}

const momentOf = (instant: Date | string): number => new Date(instant).getTime();

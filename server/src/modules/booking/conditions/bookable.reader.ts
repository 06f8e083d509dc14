import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import type { Opening } from '../../opening-hours/hours/opening.rules.ts';
import { openingColumns, openingOf, type StoredOpening } from '../../opening-hours/hours/stored-opening.reader.ts';
import { standingOf } from '../bookings/booking.policy.ts';
import type { BookingFacts, CandidateUnit, TimeRules } from './facts.rules.ts';

/** An equipment with everything that decides whether it can be booked at some time. */
export interface Bookable {
  readonly equipmentId: string;
  /** Grows with every change of the equipment. */
  readonly version: number;
  readonly typeKey: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly cityId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string;
  readonly audience: BookingFacts['audience'];
  readonly rules: TimeRules;
  readonly opening: Opening;
  readonly ownHours: boolean;
  readonly withdrawn: boolean;
  /** In the order in which they are given out, with what takes them around the time asked for. */
  readonly units: readonly (CandidateUnit & { readonly withdrawn: boolean })[];
}

interface Row extends StoredOpening, Omit<Bookable, 'rules' | 'opening' | 'ownHours'> {
  /** Which of the places asked about. */
  place: number;
  timeRules: TimeRules;
}

/** Around which time, and whose own time does not count. */
export interface BookableWindow {
  readonly from: Date;
  readonly until: Date;
  /** The booking that is being moved. */
  readonly movingId?: string | undefined;
}

/** Of which equipment, around which time, and asked by whom. */
interface Place extends BookableWindow {
  readonly equipmentId: string;
}

/** Equipment by id with hours, units and what is taken around a time and its buffers, in one statement. */
export async function readBookables(
  ctx: Context,
  equipmentIds: readonly string[],
  window: BookableWindow,
): Promise<ReadonlyMap<string, Bookable>> {
  const rows = await readPlaces(
    db(ctx),
    equipmentIds.map((equipmentId) => ({ ...window, equipmentId })),
  );
  return new Map(rows.map((row) => [row.equipmentId, bookableOf(row)]));
}

async function readPlaces(database: Database, places: readonly Place[]): Promise<readonly Row[]> {
  const epoch = (instant: 'lower' | 'upper') => sql`(extract(epoch from ${sql.raw(instant)}(o.during)) * 1000)::float8`;
  const wanted = places.map(({ equipmentId, from, until, movingId }, place) => ({
    ...{ place, equipment: equipmentId, from, until, moving: movingId },
  }));
  const { rows } = await sql<Row>`
    select place, e.id as "equipmentId", e.version, e.type_key as "typeKey", e.centre_id as "centreId",
      c.name as "centreName", c.city_id as "cityId",
      c.latitude, c.longitude, c.zone, e.audience, e.withdrawn_at is not null as withdrawn,
      jsonb_build_object('gridMinutes', e.grid_minutes, 'minimumMinutes', e.minimum_minutes,
        'maximumMinutes', e.maximum_minutes, 'leadMinutes', e.lead_minutes, 'horizonDays', e.horizon_days,
        'bufferBeforeMinutes', e.buffer_before_minutes, 'bufferAfterMinutes', e.buffer_after_minutes) as "timeRules",
      ${openingColumns(sql`e.centre_id`, sql`e.id`)},
      coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'withdrawn', u.withdrawn_at is not null,
          'taken', coalesce((select jsonb_agg(jsonb_build_object('start', ${epoch('lower')}, 'end', ${epoch('upper')},
              'kind', o.kind, 'note', o.note) order by lower(o.during))
            from occupancy o where o.unit_id = u.id and o.blocking
              and o.during && tstzrange(wanted.from - make_interval(mins => e.buffer_before_minutes),
                wanted.until + make_interval(mins => e.buffer_after_minutes))
              and (o.booking_id is null or o.booking_id is distinct from wanted.moving)), '[]')) order by u.position)
        from unit u where u.equipment_id = e.id), '[]') as units
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(place int, equipment uuid,
      "from" timestamptz, until timestamptz, moving uuid)
    join equipment e on e.id = wanted.equipment join centre c on c.id = e.centre_id`.execute(database);
  return rows;
}

function bookableOf({ timeRules, rules, exceptions, place: _, ...row }: Row): Bookable {
  const { opening, ownHours } = openingOf({ rules, exceptions });
  return { ...row, rules: timeRules, opening, ownHours };
}

/** The facts of one wanted time, for any unit of the equipment or for one. */
export function factsOf(
  ctx: Context,
  bookable: Bookable,
  wanted: { readonly startsAt: Date; readonly endsAt: Date; readonly unitId?: string | null | undefined },
): BookingFacts {
  const units = bookable.withdrawn ? [] : bookable.units.filter((unit) => !unit.withdrawn);
  return {
    ...bookable,
    now: ctx.now.getTime(),
    startsAt: wanted.startsAt.getTime(),
    endsAt: wanted.endsAt.getTime(),
    booker: standingOf(ctx.actor, bookable),
    units: wanted.unitId ? units.filter((unit) => unit.id === wanted.unitId) : units,
    locale: ctx.locale,
  };
}

import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { gathered } from '../../../platform/database/gathered.ts';
import type { Database } from '../../../platform/database/tables.ts';
import {
  type ClientRequest,
  type EarlierRequest,
  type EarlierRequests,
  earlierOf,
  earlierRequests,
} from '../../../platform/idempotency/client-request.service.ts';
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
  earlier: EarlierRequests;
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
  readonly requests?: readonly ClientRequest[];
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

/**
 * The same for one equipment, and at that very moment what an earlier request with the same key was; in one
 * statement for all who ask at the same time.
 */
export const readBookable = (
  ctx: Context,
  equipmentId: string,
  window: BookableWindow,
  request: ClientRequest | undefined,
): Promise<{ bookable: Bookable; earlier: EarlierRequest | undefined } | undefined> =>
  readTogether(db(ctx), { place: { ...window, equipmentId }, request });

interface Asked {
  readonly place: Place;
  readonly request: ClientRequest | undefined;
}

const readTogether = gathered(async (database, asked: readonly Asked[]) => {
  const keys = asked.map(({ place }) => JSON.stringify(place));
  const places = new Map(asked.map(({ place }, index) => [keys[index], place]));
  const requestsOf = Map.groupBy(asked, (_, index) => keys[index]);
  const rows = await readPlaces(
    database,
    [...places].map(([key, place]) => ({
      ...place,
      requests: (requestsOf.get(key) ?? []).flatMap(({ request }) => request ?? []),
    })),
  );
  const found = new Map(rows.map((row) => [[...places.keys()][row.place], { row, bookable: bookableOf(row) }]));
  return asked.map(({ request }, index) => {
    const answer = found.get(keys[index]);
    return answer && { bookable: answer.bookable, earlier: request && earlierOf(request, answer.row.earlier) };
  });
});

async function readPlaces(database: Database, places: readonly Place[]): Promise<readonly Row[]> {
  const epoch = (instant: 'lower' | 'upper') => sql`(extract(epoch from ${sql.raw(instant)}(o.during)) * 1000)::float8`;
  const wanted = places.map(({ equipmentId, from, until, movingId, requests }, place) => ({
    ...{ place, equipment: equipmentId, from, until, moving: movingId, requests },
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
        from unit u where u.equipment_id = e.id), '[]') as units,
      ${earlierRequests(sql`wanted.requests`)} as earlier
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(place int, equipment uuid,
      "from" timestamptz, until timestamptz, moving uuid, requests jsonb)
    join equipment e on e.id = wanted.equipment join centre c on c.id = e.centre_id`.execute(database);
  return rows;
}

function bookableOf({ timeRules, rules, exceptions, place: _, earlier: __, ...row }: Row): Bookable {
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

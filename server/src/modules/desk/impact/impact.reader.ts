import { hash } from 'node:crypto';
import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { notFound } from '../../../shared/errors.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { standingStates } from '../../booking/bookings/booking-lifecycle.rules.ts';
import { isClosedBy } from '../../booking/closures/closure.reader.ts';
import { longestDays } from '../../booking/conditions/wanted-time.rules.ts';
import { occupiedFrom, occupiedUntil, touches } from '../../booking/occupancy/occupancy.sql.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { forGood, groundAfter, type ImpactCause } from './cause.rules.ts';
import { type Ground, losingTime, type StandingTime } from './ground.rules.ts';

/** A standing booking that loses its time. */
export interface AffectedBooking extends StandingTime {
  readonly id: string;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whom a cause touches. */
export interface Impact {
  readonly cause: ImpactCause;
  /** By time. */
  readonly bookings: readonly AffectedBooking[];
  /** Equal only where the same bookings, unchanged since, are touched. */
  readonly fingerprint: string;
  /** Once the cause holds. */
  readonly after: Ground;
}

/** Every booking that stands, is not over, may have its time now and may not once the cause holds; three statements. */
export async function readImpact(ctx: Context, cause: ImpactCause): Promise<Impact> {
  const [before, standing] = await Promise.all([readGround(ctx, cause.centreId), readStanding(ctx, cause)]);
  const after = groundAfter(before, cause);
  const bookings = losingTime(before, after, standing);
  return { cause, bookings, after, fingerprint: fingerprintOf(bookings) };
}

/** What decides about time at a centre now. */
async function readGround(ctx: Context, centreId: string): Promise<Ground> {
  const [openings, centre, closures] = await Promise.all([
    load(ctx, readOpenings, centreId),
    db(ctx).selectFrom('centre').select('zone').where('id', '=', centreId).executeTakeFirst(),
    db(ctx)
      .selectFrom('closure')
      .innerJoin('unit', (join) => join.on(isClosedBy))
      .select(['unit.id as unitId', 'closure.starts_at as startsAt', 'closure.ends_at as endsAt'])
      .where('closure.centre_id', '=', centreId)
      .where('closure.lifted_at', 'is', null)
      .where('closure.ends_at', '>', ctx.now)
      .execute(),
  ]);
  if (!openings || !centre) throw notFound();
  const closed = new Map<string, Interval[]>();
  for (const { unitId, startsAt, endsAt } of closures) {
    const stretches = closed.get(unitId) ?? [];
    stretches.push({ start: startsAt.getTime(), end: endsAt.getTime() });
    closed.set(unitId, stretches);
  }
  return { zone: centre.zone, openings, closed, barred: new Map() };
}

const longest = longestDays * 86_400_000;

/** The standing bookings that a cause could touch, by time. */
async function readStanding(ctx: Context, cause: ImpactCause): Promise<AffectedBooking[]> {
  const all = db(ctx)
    .selectFrom('booking')
    .innerJoin('equipment', 'equipment.id', 'booking.equipment_id')
    .innerJoin('occupancy', (join) =>
      join.onRef('occupancy.booking_id', '=', 'booking.id').on('occupancy.blocking', '=', true),
    )
    .select(['booking.id', 'booking.equipment_id as equipmentId', 'booking.unit_id as unitId', 'booking.version'])
    .select(['booking.starts_at as startsAt', 'booking.ends_at as endsAt', 'booking.booker_id as bookerId'])
    .select(['booking.organisation_id as organisationId'])
    .select([occupiedFrom.as('occupiedFrom'), occupiedUntil.as('occupiedUntil')])
    .where('equipment.centre_id', '=', cause.centreId)
    .where('booking.state', 'in', [...standingStates])
    .where('booking.ends_at', '>', ctx.now)
    // Nothing is longer, and what began earlier need not be looked through.
    .where('booking.starts_at', '>', new Date(ctx.now.getTime() - longest))
    .orderBy('booking.starts_at')
    .orderBy('booking.id');
  const unitIds = 'unitIds' in cause ? [...cause.unitIds] : undefined;
  if (unitIds?.length === 0) return [];
  const touched =
    unitIds === undefined
      ? all
      : all
          .where('occupancy.unit_id', 'in', unitIds)
          .where(touches('during' in cause ? cause.during : { start: fromOf(cause), end: forGood }));
  const ofOwner =
    cause.kind === 'hours' && cause.equipmentId !== null
      ? touched.where('booking.equipment_id', '=', cause.equipmentId)
      : touched;
  const rows = await ('holderId' in cause
    ? ofOwner.where(({ eb, or }) =>
        or([eb('booking.booker_id', '=', cause.holderId), eb('booking.organisation_id', '=', cause.holderId)]),
      )
    : ofOwner
  ).execute();
  return rows.map(({ occupiedFrom: from, occupiedUntil: until, bookerId, organisationId, ...booking }) => ({
    ...booking,
    bookerId: bookerId ?? null,
    organisationId: organisationId ?? null,
    booked: { start: booking.startsAt.getTime(), end: booking.endsAt.getTime() },
    occupied: { start: new Date(from).getTime(), end: new Date(until).getTime() },
  }));
}

const fromOf = (cause: ImpactCause): number => (cause.kind === 'withdrawal' ? cause.from : 0);

const fingerprintOf = (bookings: readonly Pick<AffectedBooking, 'id' | 'version'>[]): string =>
  hash('sha256', bookings.map(({ id, version }) => `${id} ${version}`).join('\n'));

/** What somebody confirms who was shown nobody. */
export const nobodyAffected = fingerprintOf([]);

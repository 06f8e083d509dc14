import { hash } from 'node:crypto';
import { type Context, db } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { standingStates } from '../../../booking/bookings/booking-lifecycle.rules.ts';
import { longestDays } from '../../../booking/conditions/wanted-time.rules.ts';
import { readOpenings } from '../../../opening-hours/hours/opening.reader.ts';
import type { OpeningOwner } from '../plan/opening-owner.reader.ts';
import { type OpeningPlan, openingOfPlan } from '../plan/opening-plan.rules.ts';
import { replanned } from '../plan/replanned.rules.ts';
import { type BookedTime, outsideHours } from './outside-hours.rules.ts';

/** A standing booking that a plan does not cover. */
export interface AffectedBooking extends BookedTime {
  readonly id: string;
  readonly version: number;
  /** The hours of now do not cover it either. */
  readonly alreadyOutside: boolean;
}

/** Whom a plan touches. */
export interface OpeningHoursImpact {
  /** By time. */
  readonly bookings: readonly AffectedBooking[];
  /** Equal only where the same bookings, unchanged since, are touched. */
  readonly fingerprint: string;
}

/** Every booking that stands, is not over and would lie outside of the hours under a plan; three statements. */
export async function readImpact(ctx: Context, owner: OpeningOwner, plan: OpeningPlan): Promise<OpeningHoursImpact> {
  const { centreId, equipmentId, zone } = owner;
  const [current, standing] = await Promise.all([load(ctx, readOpenings, centreId), readStanding(ctx, owner)]);
  if (!current) return { bookings: [], fingerprint: fingerprintOf([]) };
  const outside = outsideHours(standing, replanned(current, equipmentId, openingOfPlan(plan)), zone);
  const already = new Set(outsideHours(outside, current, zone));
  const bookings = outside.map((booking) => ({ ...booking, alreadyOutside: already.has(booking) }));
  return { bookings, fingerprint: fingerprintOf(bookings) };
}

const longest = longestDays * 86_400_000;

function readStanding(ctx: Context, { centreId, equipmentId }: OpeningOwner) {
  const bookings = db(ctx)
    .selectFrom('booking')
    .select(['id', 'equipment_id as equipmentId', 'starts_at as startsAt', 'ends_at as endsAt', 'version'])
    .where('state', 'in', [...standingStates])
    .where('ends_at', '>', ctx.now)
    // Nothing is longer, and what began earlier need not be looked through.
    .where('starts_at', '>', new Date(ctx.now.getTime() - longest))
    .orderBy('starts_at')
    .orderBy('id');
  const ofOwner =
    equipmentId === null
      ? bookings.where('equipment_id', 'in', (eb) =>
          eb.selectFrom('equipment').select('equipment.id').where('centre_id', '=', centreId),
        )
      : bookings.where('equipment_id', '=', equipmentId);
  return ofOwner.execute();
}

const fingerprintOf = (bookings: readonly Pick<AffectedBooking, 'id' | 'version'>[]): string =>
  hash('sha256', bookings.map(({ id, version }) => `${id} ${version}`).join('\n'));

/** What somebody confirms who was shown nobody. */
export const nobodyAffected = fingerprintOf([]);

import { hash } from 'node:crypto';
import { type Context, db } from '../../../platform/context/context.ts';
import { standingStates } from '../../booking/bookings/booking-lifecycle.rules.ts';

/** A standing booking that is not over. */
export interface ComingBooking {
  readonly id: string;
  readonly startsAt: Date;
  readonly version: number;
}

/** What a person still has booked at a centre. */
export interface ComingBookings {
  /** By time. */
  readonly bookings: readonly ComingBooking[];
  /** Equal only where the same bookings, unchanged since, are there. */
  readonly fingerprint: string;
}

/** Every booking that a person made at a centre, that stands and is not over. */
export async function readComingBookings(
  ctx: Context,
  { personId, centreId }: { readonly personId: string; readonly centreId: string },
): Promise<ComingBookings> {
  const bookings = await db(ctx)
    .selectFrom('booking')
    .innerJoin('equipment', 'equipment.id', 'booking.equipment_id')
    .select(['booking.id', 'booking.starts_at as startsAt', 'booking.version'])
    .where('booking.booker_id', '=', personId)
    .where('equipment.centre_id', '=', centreId)
    .where('booking.state', 'in', [...standingStates])
    .where('booking.ends_at', '>', ctx.now)
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .execute();
  const lines = bookings.map(({ id, version }) => `${id} ${version}`);
  return { bookings, fingerprint: hash('sha256', lines.join('\n')) };
}

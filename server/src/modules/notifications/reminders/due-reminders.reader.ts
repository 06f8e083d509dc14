import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';

export interface DueReminder {
  readonly id: string;
  readonly personId: string;
  readonly centreId: string;
  readonly startsAt: Date;
}

/**
 * Bookings that begin within a day and that their bookers were told nothing of during the last day before, neither
 * that they were made or moved nor this reminder; those that begin first come first.
 */
export async function readDueReminders(ctx: Context, limit: number): Promise<DueReminder[]> {
  const dayBefore = sql<Date>`booking.starts_at - interval '24 hours'`;
  const rows = await db(ctx)
    .selectFrom('booking')
    .innerJoin('equipment', 'equipment.id', 'booking.equipment_id')
    .select(['booking.id', 'booking.booker_id as personId', 'equipment.centre_id as centreId'])
    .select('booking.starts_at as startsAt')
    .where('booking.state', '=', 'confirmed')
    .where('booking.booker_id', 'is not', null)
    .where('booking.starts_at', '>', ctx.now)
    .where('booking.starts_at', '<=', new Date(ctx.now.getTime() + 86_400_000))
    .where('booking.created_at', '<', dayBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notification')
            .select('notification.id')
            .whereRef('notification.object_id', '=', 'booking.id')
            .whereRef('notification.person_id', '=', 'booking.booker_id')
            .where('notification.created_at', '>=', dayBefore),
        ),
      ),
    )
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ personId, ...row }) => (personId ? [{ ...row, personId }] : []));
}

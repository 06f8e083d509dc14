import type { Announcement } from '../../../platform/events/announce.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

interface Subject {
  readonly id: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly centreId: string;
}

/**
 * Tells that the taken time of an equipment changed somewhere within a stretch (with buffers, and with the old
 * time of a move). When is public; whose it is stands nowhere in the event.
 */
export const bookingEvent = (
  type: 'booking.made' | 'booking.moved' | 'booking.cancelled',
  { id, equipmentId, unitId, centreId }: Subject,
  touched: Interval,
): Announcement => ({
  type,
  topics: ['activity', `equipment:${equipmentId}`, `centre:${centreId}`],
  subject: {
    booking: id,
    equipment: equipmentId,
    unit: unitId,
    centre: centreId,
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  },
  audience: 'public',
});

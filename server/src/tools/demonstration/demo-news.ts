import { bookingCancelled, bookingDeclined, bookingMade } from '../../modules/booking/bookings/booking.events.ts';
import { joinRequestDeclined, joinRequested } from '../../modules/people/join-requests/join-request.events.ts';
import type { NewEvent } from '../../platform/events/define-event.ts';
import type { PlannedBooking } from './plan/demo-booking-rows.rules.ts';
import type { PlannedEquipment } from './plan/demo-equipment.rules.ts';
import type { planJoinRequests } from './plan/demo-join-requests.rules.ts';

const minute = 60_000;

interface News {
  readonly news: readonly PlannedBooking[];
  readonly joinRequests: ReturnType<typeof planJoinRequests>;
  readonly equipment: readonly PlannedEquipment[];
}

/** The last thing that happened to what the files name, as events in their order: of these people are told. */
export function newsOf({ news, joinRequests, equipment }: News) {
  const centres = new Map(equipment.map(({ id, centre }) => [id, centre]));
  const events = [
    ...news.map((booking) => bookingNews(booking, centres.get(booking.equipment) ?? '')),
    ...joinRequests.map(joinRequestNews),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function bookingNews(booking: PlannedBooking, centreId: string) {
  const { id, equipment: equipmentId, unit: unitId, booker: bookerId, startsAt, endsAt, terms, state } = booking;
  const touched = {
    start: startsAt.getTime() - terms.bufferBeforeMinutes * minute,
    end: endsAt.getTime() + terms.bufferAfterMinutes * minute,
  };
  const facts = { id, equipmentId, unitId, centreId, bookerId, touched };
  if (state === 'declined') return happened(bookingDeclined(facts), booking.endingAt, booking.endingPerson);
  if (state === 'cancelled') return happened(bookingCancelled(facts), booking.endingAt, booking.endingPerson);
  return happened(bookingMade(facts), booking.createdAt, bookerId);
}

function joinRequestNews({ id, centre, person, createdAt, decidedAt, decidedBy }: News['joinRequests'][number]) {
  const facts = { id, centreId: centre, personId: person };
  return decidedAt
    ? happened(joinRequestDeclined(facts), decidedAt, decidedBy)
    : happened(joinRequested(facts), createdAt, person);
}

function happened({ type, subject, audiences, topics }: NewEvent, at: Date | null, actorId: string | null) {
  if (!at) throw new Error(`Nobody knows when ${type} happened.`);
  return { at, type, subject: { ...subject }, audiences: [...audiences], topics: [...topics], actorId };
}

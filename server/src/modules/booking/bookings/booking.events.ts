import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

interface BookedTime {
  readonly id: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly centreId: string;
  /** Null where the account was erased. */
  readonly bookerId: string | null;
  /** What its doer may take back for a minute, see `platform/undo`. */
  readonly undo?: string | undefined;
  /** Why, where whoever did it said so. */
  readonly reason?: string | undefined;
  /** Where taken time changed, with buffers, and with the old time of a move. */
  readonly touched: Interval;
}

/** When taken time of an equipment changed is public; whose it is stands nowhere in the event. */
const takenTime = {
  subject: ({ id, equipmentId, unitId, centreId, undo, touched }: BookedTime) => ({
    booking: id,
    equipment: equipmentId,
    unit: unitId,
    centre: centreId,
    undo,
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  }),
  audience: () => ['public'] as const,
  topics: ({ id, equipmentId, centreId, bookerId }: BookedTime) => [
    ...['activity', `booking:${id}`, `equipment:${equipmentId}`, `centre:${centreId}`],
    ...(bookerId === null ? [] : [`person:${bookerId}`]),
  ],
} satisfies EventSpecification<BookedTime, object>;

/** What those who answer for the centre can read of it. */
const audit = ({ id, centreId, bookerId, reason }: BookedTime) => ({
  ...{ centreId, personId: bookerId, object: { type: 'booking', id } },
  reason: reason || null,
});

export const bookingMade = defineEvent('booking.made', takenTime);
export const bookingMoved = defineEvent('booking.moved', { ...takenTime, audit });
export const bookingCancelled = defineEvent('booking.cancelled', { ...takenTime, audit });
/** Its time was taken from everybody else, and it stands by a decision of the staff. */
export const bookingKept = defineEvent('booking.retained', { ...takenTime, audit });
/** The staff agreed: it is taken as it was, but for good. */
export const bookingApproved = defineEvent('booking.approved', { ...takenTime, audit });
/** The staff, or the deadline of the request, said no. */
export const bookingDeclined = defineEvent('booking.declined', { ...takenTime, audit });

/** It lasts longer than it was booked for. */
export const bookingExtended = defineEvent('booking.extended', {
  ...takenTime,
  audit,
  unconsumed: 'who extends it knows',
});
/** Its use ended, before or at the booked end; what is left of its time is free. */
export const bookingCompleted = defineEvent('booking.completed', {
  ...takenTime,
  unconsumed: 'nobody has to act on it',
});
/** Nobody came, and what is left of its time is free. */
export const bookingMissed = defineEvent('booking.missed', { ...takenTime, audit });

/** What was done to it was taken back: it is as it was. */
export const bookingRestored = defineEvent('booking.restored', {
  ...takenTime,
  audit,
  unconsumed: 'nobody was told before',
});

/** After each of them some time of an equipment is taken, free or waiting that was not before. */
export const takenTimeEvents = [
  bookingMade,
  bookingMoved,
  bookingCancelled,
  bookingKept,
  bookingApproved,
  bookingDeclined,
  bookingExtended,
  bookingCompleted,
  bookingMissed,
  bookingRestored,
] as const;

/** Somebody came: for those who know whose it is, and for the desk. */
export const bookingCheckedIn = defineEvent('booking.attended', {
  ...takenTime,
  audit,
  audience: ({ centreId, bookerId }: BookedTime) => [
    `staff:${centreId}` as const,
    ...(bookerId === null ? [] : [`person:${bookerId}` as const]),
  ],
  topics: (facts: BookedTime) => takenTime.topics(facts).filter((topic) => topic !== 'activity'),
  unconsumed: 'who came knows',
});

/** After each of them a booking is not what it was. */
export const bookingEvents = [...takenTimeEvents, bookingCheckedIn] as const;

import { type CentreOpening, openingOf } from '../../../opening-hours/hours/centre-opening.rules.ts';
import { openThroughout } from '../../../opening-hours/hours/opening.rules.ts';

/** A booked time, without buffers: set-up and clean-up may lie outside of the hours. */
export interface BookedTime {
  readonly equipmentId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The bookings of which some time lies outside of the hours of their equipment. */
export const outsideHours = <Booking extends BookedTime>(
  bookings: readonly Booking[],
  openings: CentreOpening,
  zone: string,
): Booking[] =>
  bookings.filter(({ equipmentId, startsAt, endsAt }) => {
    const { opening } = openingOf(openings, equipmentId);
    return !openThroughout({ ...opening, zone }, { start: startsAt.getTime(), end: endsAt.getTime() });
  });

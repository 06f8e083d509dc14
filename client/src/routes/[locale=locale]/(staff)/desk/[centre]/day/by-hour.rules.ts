interface Timed {
  readonly startsAt: string;
}

/** Bookings that begin in one hour of a day; `hour` is its first moment, undefined for those of the days before. */
export interface HourOf<Booking> {
  readonly hour: string | undefined;
  readonly bookings: readonly Booking[];
}

/** Bookings in order of their start, by the hour that the clocks show at it: `clock` writes a moment as 14:30. */
export function byHour<Booking extends Timed>(
  bookings: readonly Booking[],
  dayStartsAt: string,
  clock: (at: string) => string,
): HourOf<Booking>[] {
  const hours: { hour: string | undefined; bookings: Booking[] }[] = [];
  for (const booking of bookings) {
    const isEarlier = Date.parse(booking.startsAt) < Date.parse(dayStartsAt);
    const hour = isEarlier ? undefined : `${clock(booking.startsAt).slice(0, 2)}:00`;
    const last = hours.at(-1);
    if (last && last.hour === hour) last.bookings.push(booking);
    else hours.push({ hour, bookings: [booking] });
  }
  return hours;
}

/** Hours of one weekday, 1 Monday to 7 Sunday, as the centre's clocks show them. */
export interface WeekdayHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Weekdays in a row that keep the same hours; without hours they are closed. */
export interface HoursOfDays {
  readonly first: number;
  readonly last: number;
  readonly hours: readonly { readonly opens: string; readonly closes: string }[];
}

/** The week as few lines as tell it all: weekdays in a row with equal hours stand together. */
export function hoursInLines(hours: readonly WeekdayHours[]): HoursOfDays[] {
  const lines: { first: number; last: number; key: string; hours: HoursOfDays['hours'] }[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const ofDay = hours
      .filter((each) => each.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((one, other) => (one.opens < other.opens ? -1 : 1));
    const key = JSON.stringify(ofDay);
    const before = lines.at(-1);
    if (before?.key === key) before.last = weekday;
    else lines.push({ first: weekday, last: weekday, key, hours: ofDay });
  }
  return lines.map(({ first, last, hours: same }) => ({ first, last, hours: same }));
}

/** Days (YYYY-MM-DD, both inside) that differ from the weekly hours. */
export interface DifferentDays {
  readonly startsOn: string;
  readonly endsOn: string;
  /** They come back on the same days of every year. */
  readonly yearly: boolean;
}

/** Whether a day (YYYY-MM-DD) is one of those that differ. */
export const isDifferent = (days: readonly DifferentDays[], day: string): boolean =>
  comingDays(days, day, 1).some(({ startsOn }) => startsOn <= day);

/** Days that differ and are not over, with their next dates, the nearest first. */
export function comingDays<D extends DifferentDays>(days: readonly D[], today: string, most: number): D[] {
  const year = Number(today.slice(0, 4));
  const inYear = (date: string, by: number) => `${Number(date.slice(0, 4)) + by}${date.slice(4)}`;
  return days
    .map((day) => {
      if (!day.yearly) return day;
      const by = Math.max(0, year - Number(day.endsOn.slice(0, 4)));
      const later = inYear(day.endsOn, by) < today ? by + 1 : by;
      return { ...day, startsOn: inYear(day.startsOn, later), endsOn: inYear(day.endsOn, later) };
    })
    .filter(({ endsOn }) => endsOn >= today)
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
    .slice(0, most);
}

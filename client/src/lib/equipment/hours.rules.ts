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

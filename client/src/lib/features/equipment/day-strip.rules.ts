/** The hours written under a strip. */
export const hoursWritten = [9, 12, 15, 18] as const;

const hour = 3_600_000;

/**
 * Where an hour of the clock lies along a day, from 0 to 1; moments are epoch milliseconds. Where the clocks change they
 * do so at night, so the hours of the day lie as far from its end as ever.
 */
export const hourAlong = (clock: number, start: number, end: number): number =>
  1 - ((24 - clock) * hour) / (end - start);

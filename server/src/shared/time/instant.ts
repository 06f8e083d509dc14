/** A moment from a row: the drivers hand over PostgreSQL's text, `2026-11-22 10:00:00.123+00`. */
export const instantOf = (value: Date | string): Date => new Date(value);

/** The same where there may be none. */
export const instantOrNull = (value: Date | string | null | undefined): Date | null =>
  value === null || value === undefined ? null : instantOf(value);

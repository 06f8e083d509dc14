interface Segment {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: 'FREE' | 'TAKEN' | 'CLOSED' | 'UNBOOKABLE';
  readonly freeUnits: number;
}

/** Equipment as far as it tells when it can be booked next. */
export interface Bookable {
  readonly day: readonly Segment[];
  readonly nextFree: { readonly startsAt: string; readonly endsAt: string } | null;
  readonly rules: { readonly gridMinutes: number };
}

/** When it can be booked next; free now means at the next moment of its grid. */
export type NextTime =
  | { readonly kind: 'now'; readonly units: number; readonly startsAt: string; readonly endsAt: string }
  | { readonly kind: 'later'; readonly startsAt: string }
  | { readonly kind: 'none' };

/** What a list says of equipment at `now`, ISO 8601. */
export function nextTime({ day, nextFree, rules }: Bookable, now: string): NextTime {
  if (!nextFree) return { kind: 'none' };
  const { startsAt, endsAt } = nextFree;
  if (Date.parse(startsAt) >= Date.parse(now) + rules.gridMinutes * 60_000) return { kind: 'later', startsAt };
  return { kind: 'now', units: segmentAt(day, startsAt)?.freeUnits ?? 1, startsAt, endsAt };
}

/** The stretch of a day in which a moment (ISO 8601) lies. */
export const segmentAt = (day: readonly Segment[], moment: string): Segment | undefined =>
  day.find(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= Date.parse(moment) && Date.parse(moment) < Date.parse(endsAt),
  );

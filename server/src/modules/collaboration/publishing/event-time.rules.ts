import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { postLimits } from '../posts/post.rules.ts';

/** When an event is: half open, the end later than the start. */
export interface EventTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The instants of an event whose start and end were given as wall-clock times YYYY-MM-DDTHH:MM of an IANA
 * zone, or every problem. A time that autumn repeats means its first occurrence; one that spring skips is a
 * problem.
 */
export function eventTime(input: {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
}): EventTime | readonly FieldProblem[] {
  const starts = readWallClock('startsAt', input.startsAt, input.zone);
  const ends = readWallClock('endsAt', input.endsAt, input.zone);
  if ('message' in starts || 'message' in ends) return [starts, ends].filter((end) => 'message' in end);
  if (Temporal.ZonedDateTime.compare(ends, starts) <= 0) {
    return [{ field: 'endsAt', message: { key: 'posts.endsFirst' } }];
  }
  const latest = starts.add({ days: postLimits.eventDays });
  if (Temporal.ZonedDateTime.compare(ends, latest) > 0) {
    return [{ field: 'endsAt', message: { key: 'posts.tooLong', parameters: { days: postLimits.eventDays } } }];
  }
  return { startsAt: new Date(starts.epochMilliseconds), endsAt: new Date(ends.epochMilliseconds) };
}

/** Whether a day (YYYY-MM-DD) can be kept: a problem where it is none or, at `now` in the zone, already over. */
export function dayProblem(field: string, day: string, zone: string, now: Date): FieldProblem | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day) || !exists(() => Temporal.PlainDate.from(day, { overflow: 'reject' }))) {
    return { field, message: { key: 'posts.notADay' } };
  }
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(day, today) < 0 ? { field, message: { key: 'posts.dayOver' } } : undefined;
}

function readWallClock(field: string, text: string, zone: string): Temporal.ZonedDateTime | FieldProblem {
  const wallClock = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)
    ? exists(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }))
    : undefined;
  if (!wallClock) return { field, message: { key: 'posts.notATime' } };
  const time = wallClock.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (time.toPlainDateTime().equals(wallClock)) return time;
  const next = time.getTimeZoneTransition('next') ?? time;
  const clock = next.toPlainTime().toString({ smallestUnit: 'minute' });
  return { field, message: { key: 'posts.skippedTime', parameters: { next: clock } } };
}

function exists<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

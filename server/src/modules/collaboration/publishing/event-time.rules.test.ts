import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayProblem, eventTime } from './event-time.rules.ts';

const zone = 'Europe/Vilnius';
const between = (startsAt: string, endsAt: string, where = zone) => eventTime({ startsAt, endsAt, zone: where });

describe('the time of an event', () => {
  test.each([
    ['2026-12-01T18:00', '2026-12-01T20:30', zone, '2026-12-01T16:00:00.000Z', '2026-12-01T18:30:00.000Z'],
    ['2026-12-01T18:00', '2026-12-01T20:30', 'Europe/Lisbon', '2026-12-01T18:00:00.000Z', '2026-12-01T20:30:00.000Z'],
    // 04:00 becomes 03:00: the first of the two half past three.
    ['2026-10-25T03:30', '2026-10-25T04:30', zone, '2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000Z'],
    // 31 local days are an hour longer where clocks go back.
    ['2026-10-01T12:00', '2026-11-01T12:00', zone, '2026-10-01T09:00:00.000Z', '2026-11-01T10:00:00.000Z'],
  ])('from %s to %s in %s', (startsAt, endsAt, where, from, until) => {
    expect(between(startsAt, endsAt, where)).toEqual({ startsAt: new Date(from), endsAt: new Date(until) });
  });

  test.each([
    ['', '2026-12-01T20:00', 'startsAt', 'posts.notATime'],
    ['2026-12-01', '2026-12-01T20:00', 'startsAt', 'posts.notATime'],
    ['2026-02-30T10:00', '2026-12-01T20:00', 'startsAt', 'posts.notATime'],
    ['2026-12-01T24:00', '2026-12-02T20:00', 'startsAt', 'posts.notATime'],
    ['2026-12-01T10:00Z', '2026-12-02T20:00', 'startsAt', 'posts.notATime'],
    ['0000-12-01T10:00', '0000-12-01T20:00', 'startsAt', 'posts.notATime'],
    ['2026-12-01T18:00', 'x\0', 'endsAt', 'posts.notATime'],
    ['2027-03-28T03:30', '2027-03-28T05:00', 'startsAt', 'posts.skippedTime'],
    ['2027-03-28T01:00', '2027-03-28T03:00', 'endsAt', 'posts.skippedTime'],
    ['2026-12-01T18:00', '2026-12-01T18:00', 'endsAt', 'posts.endsFirst'],
    ['2026-12-01T18:00', '2026-11-30T20:00', 'endsAt', 'posts.endsFirst'],
    ['2026-12-01T18:00', '2027-01-01T18:01', 'endsAt', 'posts.tooLong'],
  ])('is refused from %j to %j', (startsAt, endsAt, field, key) => {
    expect(between(startsAt, endsAt)).toContainEqual({ field, message: expect.objectContaining({ key }) });
  });

  test('names the first time after the hour that spring skips', () => {
    expect(between('2027-03-28T03:30', '2027-03-28T05:00')).toEqual([
      { field: 'startsAt', message: { key: 'posts.skippedTime', parameters: { next: '04:00' } } },
    ]);
  });

  test('names both ends where neither can be read', () => {
    expect(between('soon', 'later')).toHaveLength(2);
  });

  test('is shown by clocks of the zone as it was given', () => {
    const zones = fc.constantFrom(zone, 'Europe/Lisbon', 'Atlantic/Azores', 'America/St_Johns', 'Asia/Kathmandu');
    const minutes = fc.integer({ min: 0, max: 3 * 366 * 1440 });
    fc.assert(
      fc.property(zones, minutes, fc.integer({ min: 1, max: 31 * 1440 }), (where, offset, length) => {
        const starts = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes: offset });
        const ends = starts.add({ minutes: length });
        const time = between(
          starts.toString({ smallestUnit: 'minute' }),
          ends.toString({ smallestUnit: 'minute' }),
          where,
        );
        if (!('startsAt' in time)) {
          // Only around a change of clocks can such a pair be refused.
          expect(time.every(({ message }) => ['posts.skippedTime', 'posts.endsFirst'].includes(message.key))).toBe(
            true,
          );
          return;
        }
        const shown = Temporal.Instant.fromEpochMilliseconds(time.startsAt.getTime()).toZonedDateTimeISO(where);
        expect(shown.toPlainDateTime().toString()).toBe(starts.toString());
        expect(time.endsAt.getTime()).toBeGreaterThan(time.startsAt.getTime());
      }),
    );
  });
});

describe('the last day of an offer', () => {
  // 23:30 of the 25th in Vilnius, still 21:30 in Lisbon.
  const now = new Date('2026-11-25T21:30:00Z');

  test.each([
    ['2026-11-25', zone, undefined],
    ['2026-11-26', zone, undefined],
    ['2028-02-29', zone, undefined],
    ['2026-11-24', zone, 'posts.dayOver'],
    ['2027-02-29', zone, 'posts.notADay'],
    ['26-11-25', zone, 'posts.notADay'],
    ['', zone, 'posts.notADay'],
  ])('%s in %s: %s', (day, where, key) => {
    expect(dayProblem('validUntil', day, where, now)?.message.key).toBe(key);
  });

  test('is over by the calendar of its place', () => {
    const later = new Date('2026-11-25T22:30:00Z');
    expect(dayProblem('validUntil', '2026-11-25', zone, later)?.message.key).toBe('posts.dayOver');
    expect(dayProblem('validUntil', '2026-11-25', 'Europe/Lisbon', later)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import type { Taken } from '#lib/features/booking/lanes/lanes.rules.ts';
import { lanesWithOwn, withOwn } from './own-hold.rules.ts';

const at = (time: string) => `2026-11-26T${time}:00.000Z`;
const taken = (kind: Taken['kind'], unit: string, from: string, until: string) =>
  ({
    id: `${kind} ${unit} ${from}`,
    kind,
    unit: { id: unit },
    startsAt: at(from),
    endsAt: at(until),
    mine: false,
  }) as Taken;
const hold = { id: 'h', unit: { id: 'a' }, startsAt: at('12:00'), endsAt: at('13:00') };

describe('held time of the reader', () => {
  test.each([
    ['the same time of the unit', taken('HOLD', 'a', '12:00', '13:00'), true],
    ['the same time with buffers', taken('HOLD', 'a', '11:45', '13:30'), true],
    ['another unit', taken('HOLD', 'b', '12:00', '13:00'), false],
    ['the time after it', taken('HOLD', 'a', '13:00', '14:00'), false],
    ['a booking', taken('BOOKING', 'a', '12:00', '13:00'), false],
  ])('%s', (_, occupancy, mine) => {
    expect(withOwn([occupancy], hold)).toEqual([{ ...occupancy, mine }]);
  });

  test('without a hold nothing is theirs, and other lanes stay as they are', () => {
    const occupancies = [taken('HOLD', 'a', '12:00', '13:00')];
    expect(withOwn(occupancies, null)).toBe(occupancies);
    const lane = { unit: { id: 'a', name: '1', position: 1 }, open: [], occupancies };
    expect(lanesWithOwn([lane], hold)).toMatchObject([{ unit: { id: 'a' }, occupancies: [{ mine: true }] }]);
  });
});

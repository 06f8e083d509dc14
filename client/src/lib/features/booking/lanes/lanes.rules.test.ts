import { describe, expect, test } from 'vitest';
import { type Lane, mergeChange, type Taken } from './lanes.rules.ts';

const at = (clock: string) => `2026-11-26T${clock}:00.000Z`;
const ms = (clock: string) => Date.parse(at(clock));
const shown = { start: ms('00:00'), end: ms('23:59') };

const taken = (id: string, from: string, to: string, more: Partial<Taken> = {}): Taken => ({
  id,
  unit: { id: 'one' },
  startsAt: at(from),
  endsAt: at(to),
  kind: 'BOOKING',
  waiting: false,
  mine: false,
  note: null,
  booking: null,
  ...more,
});
const lane = (id: string, occupancies: Taken[]): Lane => ({
  unit: { id, name: id, position: 1 },
  open: [{ startsAt: at('09:00'), endsAt: at('20:00') }],
  occupancies,
});
const ids = (lanes: readonly Lane[]) => lanes.map(({ occupancies }) => occupancies.map(({ id }) => id));

describe('news of taken time', () => {
  test('puts a new booking between the others', () => {
    const lanes = [lane('one', [taken('a', '10:00', '11:00'), taken('c', '15:00', '16:00')])];
    const change = { startsAt: at('12:00'), endsAt: at('13:00'), occupancies: [taken('b', '12:00', '13:00')] };
    expect(ids(mergeChange(lanes, change, shown))).toEqual([['a', 'b', 'c']]);
  });

  test('removes what it no longer tells of, on all units', () => {
    const lanes = [
      lane('one', [taken('a', '10:00', '11:00')]),
      lane('two', [taken('b', '10:00', '11:00', { unit: { id: 'two' } })]),
    ];
    const change = { startsAt: at('10:00'), endsAt: at('11:00'), occupancies: [] };
    expect(ids(mergeChange(lanes, change, shown))).toEqual([[], []]);
  });

  test('keeps what only touches the stretch', () => {
    const lanes = [lane('one', [taken('a', '09:00', '10:00'), taken('b', '11:00', '12:00')])];
    const change = { startsAt: at('10:00'), endsAt: at('11:00'), occupancies: [] };
    expect(ids(mergeChange(lanes, change, shown))).toEqual([['a', 'b']]);
  });

  test('moves a booking to another unit without leaving it behind', () => {
    const lanes = [lane('one', [taken('a', '10:00', '11:00')]), lane('two', [])];
    const moved = taken('a', '14:00', '15:00', { unit: { id: 'two' } });
    const change = { startsAt: at('14:00'), endsAt: at('15:00'), occupancies: [moved] };
    expect(ids(mergeChange(lanes, change, shown))).toEqual([[], ['a']]);
  });

  test('may come twice without harm', () => {
    const change = { startsAt: at('12:00'), endsAt: at('13:00'), occupancies: [taken('b', '12:00', '13:00')] };
    const once = mergeChange([lane('one', [])], change, shown);
    expect(mergeChange(once, change, shown)).toEqual(once);
  });

  test('of another day does not show', () => {
    const other = {
      ...taken('z', '12:00', '13:00'),
      startsAt: '2026-12-01T12:00:00.000Z',
      endsAt: '2026-12-01T13:00:00.000Z',
    };
    expect(ids(mergeChange([lane('one', [])], { ...other, occupancies: [other] }, shown))).toEqual([[]]);
  });
});

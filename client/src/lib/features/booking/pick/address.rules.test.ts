import { describe, expect, test } from 'vitest';
import { daysOf } from '#lib/time/local-days.server.ts';
import { pickQuery, readPick, slotQuery } from './address.rules.ts';

const days = daysOf('Europe/Vilnius', '2026-11-26', 2);
const at = (text: string) => Date.parse(text);
const read = (query: string) => readPick(new URLSearchParams(query), days, ['one', 'two']);

describe('the address of a pick', () => {
  test('names wall-clock times of its day and the unit', () => {
    const pick = { unitId: 'two', start: at('2026-11-26T12:00Z'), end: at('2026-11-26T14:00Z') };
    expect(pickQuery(pick, days)).toBe('date=2026-11-26&from=14:00&to=16:00&unit=two');
    expect(read('from=14:00&to=16:00&unit=two')).toEqual({ pick });
  });

  test('may end after midnight', () => {
    const pick = { unitId: null, start: at('2026-11-26T21:00Z'), end: at('2026-11-26T23:00Z') };
    expect(pickQuery(pick, days)).toBe('date=2026-11-26&from=23:00&to=2026-11-27T01:00');
    expect(readPick(new URLSearchParams(pickQuery(pick, days)), days, [])).toEqual({ pick });
  });

  test('comes back also from a week that began earlier', () => {
    const week = daysOf('Europe/Vilnius', '2026-11-23', 8);
    const pick = { unitId: null, start: at('2026-11-26T12:00Z'), end: at('2026-11-26T14:00Z') };
    expect(pickQuery(pick, week, { view: 'week' })).toBe('date=2026-11-26&view=week&from=14:00&to=16:00');
  });

  test('from another page carries instants', () => {
    const query = slotQuery({
      startsAt: '2026-11-26T12:00:00.000Z',
      endsAt: '2026-11-26T14:30:00.000Z',
      unit: { id: 'one' },
    });
    expect(query).toBe('from=2026-11-26T12:00Z&to=2026-11-26T14:30Z&unit=one');
    expect(read(query)).toEqual({
      pick: { unitId: 'one', start: at('2026-11-26T12:00Z'), end: at('2026-11-26T14:30Z') },
    });
  });

  test('without a time picks nothing', () => {
    expect(read('date=2026-11-26')).toEqual({ pick: null });
    expect(read('from=&to=')).toEqual({ pick: null });
  });

  test('says what is wrong with a time', () => {
    expect(read('from=14:00')).toEqual({ pick: null, problem: 'time' });
    expect(read('from=later&to=16:00')).toEqual({ pick: null, problem: 'time' });
    expect(read('from=16:00&to=14:00')).toEqual({ pick: null, problem: 'order' });
  });

  test('forgets a unit that the equipment does not have', () => {
    expect(read('from=14:00&to=16:00&unit=nine').pick?.unitId).toBeNull();
  });
});

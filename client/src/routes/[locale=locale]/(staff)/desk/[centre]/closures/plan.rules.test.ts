import { expect, test } from 'vitest';
import { placeOf, readClosure, unreadable } from './plan.rules.ts';

const read = (sent: Record<string, string>) => readClosure((name) => sent[name] ?? null, ['lt', 'en']);

test('a day without times is closed from its first minute to its last', () => {
  expect(read({ fromDate: '2026-12-03' })).toMatchObject({
    ...{ what: 'centre', kind: 'CLOSURE', fromTime: '00:00', untilDate: '2026-12-03', untilTime: '24:00' },
  });
  expect(read({ fromDate: '2026-12-03', fromTime: '9', untilTime: '930' })).toMatchObject({
    ...{ fromTime: '09:00', untilTime: '09:30' },
  });
});

test('what is no time is told by its field', () => {
  expect(unreadable(read({}))).toBe('fromDate');
  expect(unreadable(read({ fromDate: '2026-12-03', untilTime: 'vakare' }))).toBe('untilTime');
  expect(unreadable(read({ fromDate: '2026-12-03' }))).toBeUndefined();
});

test('a place is a centre, an equipment or a unit', () => {
  expect([placeOf('centre', 'c'), placeOf('equipment e', 'c'), placeOf('unit u', 'c'), placeOf('unit', 'c')]).toEqual([
    ...[{ centreId: 'c' }, { equipmentId: 'e' }, { unitId: 'u' }, { centreId: 'c' }],
  ]);
});

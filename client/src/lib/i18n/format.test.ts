import { describe, expect, test } from 'vitest';
import { createFormat } from './format.ts';

const lt = createFormat('lt', 'Europe/Vilnius');
const en = createFormat('en', 'Europe/Vilnius');
const start = '2026-11-24T12:30:00Z';
const end = '2026-11-24T14:00:00Z';
/** Spaces of Intl may be of several kinds. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('times', () => {
  test('are the reader’s, unless a zone is given', () => {
    expect(lt.time(start)).toBe('14:30');
    expect(lt.time(start, { zone: 'Europe/Lisbon' })).toBe('12:30');
  });

  test('of one day name the day once', () => {
    expect(plain(lt.range(start, end))).toBe('lapkričio 24 d., antradienis, 14:30–16:00');
    expect(plain(en.range(start, end))).toBe('Tuesday 24 November, 14:30–16:00');
  });

  test('over midnight name both days', () => {
    expect(plain(en.range(start, '2026-11-25T08:00:00Z'))).toBe(
      'Tuesday 24 November, 14:30 – Wednesday 25 November, 10:00',
    );
  });

  test('of several days name the month once', () => {
    expect(plain(lt.days('2026-12-24', '2026-12-26', 'day'))).toBe('gruodžio 24–26 d.');
    expect(plain(lt.days('2026-12-24', '2026-12-26'))).toMatch(/gruodžio 24–26 d\.$/);
    expect(plain(en.days('2026-12-24', '2026-12-26', 'day')).replace(/ ?– ?/, '–')).toBe('24–26 December');
  });

  test('that end at midnight end at 24:00', () => {
    expect(lt.times('2026-11-24T20:00:00Z', '2026-11-24T22:00:00Z')).toBe('22:00–24:00');
    expect(lt.endTime('2026-11-24T22:00:00Z')).toBe('24:00');
    expect(lt.endTime('2026-11-24T14:00:00Z')).toBe('16:00');
  });

  test('fall on the day of their zone', () => {
    expect(lt.dayOf('2026-11-24T22:30:00Z')).toBe('2026-11-25');
    expect(lt.dayOf('2026-11-24T22:30:00Z', 'Europe/Lisbon')).toBe('2026-11-24');
  });

  test('name a zone only where its clock differs', () => {
    expect(lt.foreignZone('Europe/Lisbon', start)).toMatch(/\S/);
    expect(lt.foreignZone('Europe/Riga', start)).toBeUndefined();
    expect(lt.foreignZone('Europe/Vilnius', start)).toBeUndefined();
  });

  test('ago and ahead are in the reader’s words', () => {
    const now = '2026-11-24T12:00:00Z';
    expect(plain(lt.relative('2026-11-24T11:55:00Z', now))).toBe('prieš 5 minutes');
    expect(plain(en.relative('2026-11-26T12:00:00Z', now))).toBe('in 2 days');
    expect(plain(en.relative('2026-11-24T11:59:40Z', now))).toBe('this minute');
  });
});

describe('measures', () => {
  test('use the comma and the units of the language', () => {
    expect(plain(lt.distance(2.14))).toBe('2,1 km');
    expect(plain(lt.distance(0.62))).toBe('600 m');
    expect(plain(en.duration(90))).toBe('1 hr 30 mins');
    expect(plain(lt.duration(120))).toBe('2 val.');
    expect(plain(lt.duration(0))).toBe('0 min.');
  });

  test('name countries and languages', () => {
    expect(lt.country('PT')).toBe('Portugalija');
    expect(en.language('lt')).toBe('Lithuanian');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, pageOf } from './calendar-file.ts';

const page = new URL('https://talka.example/lt/bookings/0199');
const event = {
  id: '0199',
  version: 3,
  startsAt: new Date('2026-11-26T12:00:00.000Z'),
  endsAt: new Date('2026-11-26T14:00:00.000Z'),
  title: 'Lazerinio pjovimo staklės, LinkMenų fabrikas',
  places: ['Linkmenų g. 28; Vilnius', null, 'Linkmenų g. 28; Vilnius'],
  lines: ['Kam reikės: maketas', `Keisti: ${page}`],
  page,
  cancelled: false,
};
const file = (change: Partial<typeof event> = {}) =>
  calendarFile({ ...event, ...change }, new Date('2026-11-23T08:15:30.250Z'));
/** The lines as a calendar reads them: unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  test('tells when, what and where, in UTC and with text escaped', () => {
    const lines = linesOf(file());
    expect(lines).toContain('DTSTART:20261126T120000Z');
    expect(lines).toContain('DTEND:20261126T140000Z');
    expect(lines).toContain('DTSTAMP:20261123T081530Z');
    expect(lines).toContain('SUMMARY:Lazerinio pjovimo staklės\\, LinkMenų fabrikas');
    expect(lines).toContain('LOCATION:Linkmenų g. 28\\; Vilnius');
    expect(lines).toContain('DESCRIPTION:Kam reikės: maketas\\nKeisti: https://talka.example/lt/bookings/0199');
    expect(lines).toContain('STATUS:CONFIRMED');
    expect(lines.find((line) => line.startsWith('URL'))).toMatch(/:https:\/\/talka\.example\/lt\/bookings\/0199$/);
  });

  test('keeps its identity and counts its changes', () => {
    const lines = linesOf(file({ cancelled: true }));
    expect(lines).toEqual(expect.arrayContaining(['UID:0199@talka.example', 'SEQUENCE:3', 'STATUS:CANCELLED']));
  });

  test.each([
    [
      'the hour that autumn repeats',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '20261025T003000Z',
      '20261025T013000Z',
    ],
    [
      'the hour that spring skips',
      '2027-03-28T00:30:00Z',
      '2027-03-28T01:30:00Z',
      '20270328T003000Z',
      '20270328T013000Z',
    ],
  ])('means the same moments across %s', (_name, startsAt, endsAt, start, end) => {
    const lines = linesOf(file({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
    expect(lines).toEqual(expect.arrayContaining([`DTSTART:${start}`, `DTEND:${end}`]));
  });

  test('is whole: every begun part ends, every line ends with CRLF', () => {
    expect(file().startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(file().endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(file().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('cannot be broken by what people type', () => {
    const broken = file({ title: 'x\r\nEND:VCALENDAR\nBEGIN:VALARM', lines: ['a\\b\u0000c'] });
    expect(linesOf(broken).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(linesOf(broken)).toContain('DESCRIPTION:a\\\\bc');
  });

  test('has no line over 75 octets, and no letter torn, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const title = words.replace(/[\p{Cc}\\;,]/gu, '');
        for (const line of file({ title }).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(linesOf(file({ title }))).toContain(`SUMMARY:${title}`);
      }),
    );
  });
});

describe('the page of a file', () => {
  test.each(['', 'x', 'javascript:alert(1)', 'ftp://a', `https://a/${'a'.repeat(500)}`])('is not %j', (address) => {
    expect(() => pageOf(address)).toThrow('BAD_INPUT');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, folded } from './calendar-file.rules.ts';

const event = {
  uid: '0199@talka.example',
  sequence: 3,
  start: new Date('2026-11-26T12:00:00.000Z'),
  end: new Date('2026-11-26T14:00:00.000Z'),
  stamp: new Date('2026-11-23T08:15:30.250Z'),
  summary: 'Lazerinio pjovimo staklės, LinkMenų fabrikas',
  location: 'Linkmenų g. 28; Vilnius',
  description: 'Kam reikės: maketas\nKeisti: https://talka.example/lt/bookings/0199',
  url: 'https://talka.example/lt/bookings/0199',
  cancelled: false,
};
/** The lines as a calendar reads them: unfolded. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  test('tells when, what and where, in UTC and with text escaped', () => {
    const lines = linesOf(calendarFile(event));
    expect(lines).toContain('DTSTART:20261126T120000Z');
    expect(lines).toContain('DTEND:20261126T140000Z');
    expect(lines).toContain('DTSTAMP:20261123T081530Z');
    expect(lines).toContain('SUMMARY:Lazerinio pjovimo staklės\\, LinkMenų fabrikas');
    expect(lines).toContain('LOCATION:Linkmenų g. 28\\; Vilnius');
    expect(lines).toContain('DESCRIPTION:Kam reikės: maketas\\nKeisti: https://talka.example/lt/bookings/0199');
  });

  test('keeps its identity and counts its changes', () => {
    const lines = linesOf(calendarFile({ ...event, cancelled: true }));
    expect(lines).toEqual(expect.arrayContaining(['UID:0199@talka.example', 'SEQUENCE:3', 'STATUS:CANCELLED']));
  });

  test('is whole: every begun part ends, every line ends with CRLF', () => {
    const file = calendarFile(event);
    expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('cannot be broken by what people type', () => {
    const file = calendarFile({ ...event, summary: 'x\r\nEND:VCALENDAR\nBEGIN:VALARM', description: 'a\\b\u0000c' });
    expect(linesOf(file).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(linesOf(file)).toContain('DESCRIPTION:a\\\\bc');
  });
});

describe('a long line', () => {
  test('is broken within 75 octets and comes back whole, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const clean = text.replace(/[\r\n]/g, '');
        const pieces = folded(clean).split('\r\n');
        for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
        expect(pieces.join('\r\n').replaceAll('\r\n ', '')).toBe(clean);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../../../test/factories/booking-facts.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { ConditionRule, RequestFacts } from './condition.rules.ts';
import { type BookingFacts, conditions, decide } from './conditions.ts';
import { decideBy } from './decision.rules.ts';
import { inFuture } from './in-future/in-future.rules.ts';
import type { BusyTime } from './unit-available/unit-facts.rules.ts';

const at = (text: string) => Date.parse(text);
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);

const rules = (change: Partial<BookingFacts['rules']>) => ({ rules: { ...usualFacts.rules, ...change } });
const time = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const taken = (start: string, end: string, kind: BusyTime['kind'] = 'booking', note: string | null = null) => ({
  start: at(`2026-11-25T${start}Z`),
  end: at(`2026-11-25T${end}Z`),
  kind,
  note,
});

/** What people are told of the conditions that are not met: `condition: message remedy → suggestion`. */
const refusals = (change: Partial<BookingFacts>) => {
  const facts = { ...usualFacts, ...change };
  return decide(facts).reasons.map(({ condition, message, remedy, suggestedStart, suggestedEnd }) =>
    [
      `${condition}:`,
      translate(facts.locale, message.key, message.parameters),
      ...(remedy ? [translate(facts.locale, remedy.key, remedy.parameters)] : []),
      ...(suggestedStart ? [`→ ${iso(suggestedStart)}/${iso(suggestedEnd)}`] : []),
    ].join(' '),
  );
};

describe('the conditions of a booking', () => {
  test('are all listed in a stable order, met or not', () => {
    const names = conditions.map(({ condition }) => condition);
    const listed = (facts: BookingFacts) => decide(facts).checks.map((check) => check.condition);
    expect(listed(usualFacts)).toEqual(names);
    expect(decide(usualFacts).checks.every((check) => check.passed)).toBe(true);
    expect(listed({ ...usualFacts, ...time('2020-01-01T00:07Z', '2020-01-03T00:00Z'), units: [] })).toEqual(names);
  });

  test.each<[string, Partial<BookingFacts>, string[]]>([
    [
      'a visitor',
      { ...rules({ audience: 'everyone' }), booker: { signedIn: false, emailVerified: false, inAudience: true } },
      [
        'signed_in: Rezervuoti galima tik prisijungus. Prisijunkite arba susikurkite paskyrą.',
        'email_verified: Rezervuojant reikia patvirtinto el. pašto adreso. Prisijungę patvirtinkite adresą nuoroda, kurią gausite laišku.',
      ],
    ],
    [
      'an unconfirmed stranger',
      { ...rules({ audience: 'members' }), booker: { signedIn: true, emailVerified: false, inAudience: false } },
      [
        'email_verified: Jūsų el. pašto adresas dar nepatvirtintas. Paspauskite nuorodą laiške, kurį gavote užsiregistravę.',
        'audience: Šią įrangą rezervuoja tik centro „Šilas“ nariai. Tapkite centro „Šilas“ nariais arba ieškokite tokios pat įrangos kitame centre.',
      ],
    ],
    [
      'somebody outside the network',
      { booker: { signedIn: true, emailVerified: true, inAudience: false } },
      [
        'audience: Šią įrangą rezervuoja tik kūrybinių centrų nariai ir organizacijų įgaliotiniai. Tapkite kurio nors kūrybinio centro nariais arba paprašykite savo organizacijos įgaliojimo.',
      ],
    ],
    [
      'a start that is past',
      time('2026-11-25T07:00Z', '2026-11-25T07:30Z'),
      ['in_future: Šis laikas jau praėjo arba prasidėjo. Rinkitės vėlesnį laiką. → 2026-11-25T08:00/2026-11-25T08:30'],
    ],
    ['a start now', time('2026-11-25T08:00Z', '2026-11-25T08:30Z'), []],
    [
      'a start inside the lead time',
      rules({ leadMinutes: 1440 }),
      [
        'lead_time: Rezervuoti reikia likus bent 24 val. iki pradžios. Anksčiausia galima pradžia: lapkričio 26 d. 10:00. → 2026-11-26T08:00/2026-11-26T09:00',
      ],
    ],
    [
      'the last day of the horizon',
      { ...rules({ horizonDays: 2 }), ...time('2026-11-27T17:00Z', '2026-11-27T18:00Z') },
      [],
    ],
    [
      'the day after the horizon',
      { ...rules({ horizonDays: 2 }), ...time('2026-11-30T07:00Z', '2026-11-30T08:00Z') },
      [
        'horizon: Rezervuoti galima ne toliau kaip 2 dienas į priekį. Paskutinė diena, kurią galite rinktis: lapkričio 27 d. → 2026-11-27T07:00/2026-11-27T08:00',
      ],
    ],
    [
      'a start off the grid',
      time('2026-11-25T12:10Z', '2026-11-25T13:10Z'),
      [
        'grid: Pradėti galima tik kas 30 min., skaičiuojant nuo vidurnakčio. Artimiausia pradžia: 14:00. → 2026-11-25T12:00/2026-11-25T13:00',
      ],
    ],
    [
      'too short a time',
      time('2026-11-25T12:00Z', '2026-11-25T12:15Z'),
      [
        'minimum: Galima rezervuoti ne trumpiau kaip 30 min. Rezervuokite bent iki 14:30. → 2026-11-25T12:00/2026-11-25T12:30',
      ],
    ],
    [
      'too long a time',
      time('2026-11-25T12:00Z', '2026-11-25T16:30Z'),
      [
        'maximum: Galima rezervuoti ne ilgiau kaip 4 val. Rezervuokite ne ilgiau kaip iki 18:00. → 2026-11-25T12:00/2026-11-25T16:00',
      ],
    ],
    [
      'an end after closing',
      time('2026-11-25T17:30Z', '2026-11-25T18:30Z'),
      [
        'opening_hours: Centras tądien dirba 09:00–20:00. Artimiausias tinkamas laikas: lapkričio 25 d. 19:00–20:00. → 2026-11-25T17:00/2026-11-25T18:00',
      ],
    ],
    ['an end at closing', time('2026-11-25T17:00Z', '2026-11-25T18:00Z'), []],
    [
      'a Saturday',
      time('2026-11-28T12:00Z', '2026-11-28T13:00Z'),
      [
        'opening_hours: Centras tądien nedirba. Artimiausias tinkamas laikas: lapkričio 30 d. 09:00–10:00. → 2026-11-30T07:00/2026-11-30T08:00',
      ],
    ],
    [
      'a slot somebody has',
      { units: [{ id: 'a', busy: [taken('12:30', '14:00')] }] },
      ['slot_free: Šis laikas jau užimtas. Rinkitės kitą laiką, kitą vienetą ar kitą centrą.'],
    ],
    [
      'a slot that touches others',
      { units: [{ id: 'a', busy: [taken('11:00', '12:00'), taken('13:00', '14:00')] }] },
      [],
    ],
    [
      'one of two units taken',
      {
        units: [
          { id: 'a', busy: [taken('12:00', '13:00')] },
          { id: 'b', busy: [] },
        ],
      },
      [],
    ],
    [
      'both units taken',
      { units: ['a', 'b'].map((id) => ({ id, busy: [taken('12:00', '13:00')] })) },
      ['slot_free: Tuo metu užimti visi 2 vienetai. Rinkitės kitą laiką, kitą vienetą ar kitą centrą.'],
    ],
    [
      'maintenance',
      { units: [{ id: 'a', busy: [taken('12:00', '13:00', 'maintenance', 'keičiamas lęšis.')] }] },
      ['unit_available: Tuo metu vyksta techninė priežiūra: keičiamas lęšis. Rinkitės kitą laiką arba kitą vienetą.'],
    ],
    [
      'one unit in maintenance, the other booked',
      {
        units: [
          { id: 'a', busy: [taken('12:00', '13:00', 'maintenance')] },
          { id: 'b', busy: [taken('12:00', '13:00')] },
        ],
      },
      ['slot_free: Tuo metu užimti visi 2 vienetai. Rinkitės kitą laiką, kitą vienetą ar kitą centrą.'],
    ],
    [
      'a withdrawn unit',
      { units: [] },
      ['unit_available: Šios įrangos centras nebesiūlo. Ieškokite tokios pat įrangos kitame centre.'],
    ],
  ])('%s', (_, change, expected) => {
    expect(refusals(change)).toEqual(expected);
  });

  test('name the reason of a closed day, the special hours, and that no hours are known', () => {
    const day = { startsOn: '2026-11-25', endsOn: '2026-11-25', yearly: false };
    const closed = {
      ...day,
      kind: 'closed' as const,
      opens: null,
      closes: null,
      messages: { lt: 'Inventorizacija', en: 'Stocktaking' },
    };
    const special = { ...day, kind: 'special_hours' as const, opens: '10:00', closes: '13:00' };
    const first = (change: Partial<BookingFacts>) => refusals(change)[0];
    const opening = (exception: typeof closed | typeof special) => ({
      opening: { ...usualFacts.opening, exceptions: [exception] },
    });
    expect(first(opening(closed))).toContain(
      'Tądien uždaryta: Inventorizacija. Artimiausias tinkamas laikas: lapkričio 26 d. 09:00–10:00.',
    );
    expect(first({ ...opening(closed), locale: 'en' })).toContain(
      'Closed that day: Stocktaking. The nearest time that fits is 26 November 09:00–10:00.',
    );
    expect(first(opening(special))).toContain('Centras tądien dirba 10:00–13:00.');
    expect(first({ opening: { rules: [], exceptions: [] } })).toContain('Centras nenurodė darbo laiko');
  });

  test('say which buffer does not fit beside others, where the time itself is free', () => {
    const buffers = rules({ bufferBeforeMinutes: 15, bufferAfterMinutes: 30 });
    const beside = (...busy: BusyTime[]) => refusals({ ...buffers, units: [{ id: 'a', busy }] });
    const remedy = 'Rinkitės kitą laiką, kitą vienetą ar kitą centrą.';
    expect(beside(taken('11:00', '11:50'))).toEqual([
      `slot_free: 15 min. pasiruošimui netelpa: prieš tai rezervuota. ${remedy}`,
    ]);
    expect(beside(taken('13:20', '14:00'))).toEqual([
      `slot_free: 30 min. susitvarkymui netelpa: po to rezervuota. ${remedy}`,
    ]);
    expect(beside(taken('11:00', '11:50'), taken('13:20', '14:00'))).toEqual([
      `slot_free: Netelpa 15 min. pasiruošimui ir 30 min. susitvarkymui: rezervuota ir prieš tai, ir po to. ${remedy}`,
    ]);
    expect(beside(taken('11:00', '12:10'))).toEqual([`slot_free: Šis laikas jau užimtas. ${remedy}`]);
  });

  test('make a request of a booking that one of them wants approved, unless another fails', () => {
    const approval: ConditionRule<'approval', RequestFacts> = {
      condition: 'approval',
      description: 'Staff agree.',
      check: () => ({ passed: true, needsApproval: true, message: { key: 'booking.slotFree.met' } }),
    };
    const outcome = (facts: BookingFacts) => decideBy<string, BookingFacts>([inFuture, approval], facts).outcome;
    expect(decide(usualFacts).outcome).toBe('BOOK');
    expect(outcome(usualFacts)).toBe('REQUEST');
    expect(outcome({ ...usualFacts, startsAt: usualFacts.now - 60_000 })).toBe('REFUSED');
  });

  test('keep set-up and clean-up clear of others, inside or outside of opening hours', () => {
    const buffers = rules({ bufferBeforeMinutes: 15, bufferAfterMinutes: 30 });
    const between = (start: string, end: string) =>
      refusals({ ...buffers, units: [{ id: 'a', busy: [taken(start, end)] }] });
    expect(between('11:00', '11:45')).toEqual([]);
    expect(between('11:00', '11:46')).toHaveLength(1);
    expect(between('13:30', '14:00')).toEqual([]);
    expect(between('13:29', '14:00')).toHaveLength(1);
    expect(refusals({ ...buffers, ...time('2026-11-25T17:00Z', '2026-11-25T18:00Z') })).toEqual([]);
  });

  test('count the grid from local midnight by the clocks, also when they have changed that day', () => {
    const zoned = {
      ...rules({ gridMinutes: 120 }),
      opening: { rules: [{ weekday: 7, opens: '00:00', closes: '24:00' }], exceptions: [] },
    };
    const isRefused = (startsAt: string) =>
      decide({
        ...usualFacts,
        ...zoned,
        now: at('2026-10-24T00:00Z'),
        startsAt: at(startsAt),
        endsAt: at(startsAt) + 3_600_000,
      }).reasons.map((check) => check.condition);
    expect(isRefused('2026-10-25T08:00Z')).toEqual([]);
    expect(isRefused('2026-10-25T07:00Z')).toEqual(['grid']);
    const spring = (startsAt: string) =>
      decide({
        ...usualFacts,
        ...zoned,
        now: at('2027-03-27T00:00Z'),
        startsAt: at(startsAt),
        endsAt: at(startsAt) + 3_600_000,
      }).reasons.map((check) => check.condition);
    expect(spring('2027-03-28T01:00Z')).toEqual([]);
    expect(spring('2027-03-28T02:00Z')).toEqual(['grid']);
  });
});

import { describe, expect, test } from 'vitest';
import { comingIn } from './coming.rules.ts';
import { craftsIn } from './crafts.rules.ts';
import { endOfToday, glance } from './free-today.server.ts';

const thing = (name: string, startsAt: string | null, slug = 'technarium') => ({
  name,
  nextFree: startsAt === null ? null : { startsAt },
  centre: { slug },
});

describe('what is free today', () => {
  test.each([
    ['2026-11-26T10:00:00Z', '2026-11-26T22:00:00.000Z', 'until midnight of the place'],
    ['2026-11-26T21:00:00Z', '2026-11-27T00:00:00.000Z', 'three hours on, late at night'],
    ['2026-10-25T00:30:00Z', '2026-10-25T22:00:00.000Z', 'until midnight of the day that repeats an hour'],
    ['2027-03-27T23:00:00Z', '2027-03-28T21:00:00.000Z', 'until midnight of the day that skips an hour'],
  ])('at %s reaches to %s: %s', (now, end) => {
    expect(endOfToday(new Date(now), 'Europe/Vilnius').toISOString()).toBe(end);
  });

  test('shows one of each kind, soonest first, of the own centres before others', () => {
    const things = [
      thing('Laser', '2026-11-26T12:00:00Z'),
      thing('Laser', '2026-11-26T13:00:00Z', 'own'),
      thing('Kiln', null),
      thing('Saw', '2026-11-26T11:00:00Z'),
    ];
    const shown = glance(things, 3, new Set(['own']));
    expect(shown.map(({ name, centre }) => `${name} ${centre.slug}`)).toEqual([
      'Saw technarium',
      'Laser own',
      'Kiln technarium',
    ]);
  });
});

test('a craft leads to the city that has it, else to all cities', () => {
  const found = craftsIn('vilnius', [
    { key: 'laser_cutter', group: 'DIGITAL_FABRICATION' },
    { key: 'kiln', group: 'CERAMICS' },
  ]);
  expect(found.filter(({ here }) => here).map(({ path }) => path)).toEqual([
    '/find?what=laser_cutter&city=vilnius',
    '/find?what=CERAMICS&city=vilnius',
  ]);
  expect(found[1]?.path).toBe('/find?what=printer_3d_fdm&city=everywhere');
});

describe('events that come', () => {
  const on = (startsAt: string) => ({ startsAt });
  const until = Date.parse('2026-12-03T22:00:00Z');
  const [friday, thursday, later] = ['2026-11-27T16:00:00Z', '2026-12-03T21:59:00Z', '2026-12-03T22:00:00Z'].map(on);

  test.each([
    [[friday, thursday, later], { nearness: 'week', events: [friday, thursday] }],
    [[later], { nearness: 'later', events: [later] }],
    [[], { nearness: 'elsewhere', events: [friday] }],
  ])('of %j are said to be as near as they are', (here, expected) => {
    const events = here.filter((event) => event !== undefined);
    expect(comingIn({ here: events, network: [on('2026-11-27T16:00:00Z')], until })).toEqual(expected);
  });

  test('are none where none comes', () => {
    expect(comingIn({ here: [], network: [], until })).toBeUndefined();
  });
});

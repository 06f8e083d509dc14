import { describe, expect, test } from 'vitest';
import type { CentreOpening } from '../../../opening-hours/hours/centre-opening.rules.ts';
import { ofCentre } from '../../../opening-hours/hours/centre-opening.rules.ts';
import type { DayException, Opening, WeeklyHours } from '../../../opening-hours/hours/opening.rules.ts';
import { replanned } from '../plan/replanned.rules.ts';
import { outsideHours } from './outside-hours.rules.ts';

const zone = 'Europe/Vilnius';
const everyDay = (opens: string, closes: string): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const closedOn = (date: string): DayException => ({
  ...{ kind: 'closed', startsOn: date, endsOn: date, opens: null, closes: null, yearly: false },
});
const plan = (rules: WeeklyHours[], exceptions: DayException[] = []): Opening => ({ rules, exceptions });
const of = <Part>(equipmentId: string | null, parts: readonly Part[]) =>
  parts.map((part) => ({ ...part, equipmentId }));

/** A saw that follows the centre, a laser with hours of its own, a kiln with a day of its own. */
const current: CentreOpening = ofCentre({
  rules: [...of(null, everyDay('08:00', '20:00')), ...of('laser', everyDay('10:00', '16:00'))],
  exceptions: of('kiln', [closedOn('2026-11-30')]),
});
/** A booking in Vilnius on Friday 27 November 2026 unless another day is said. */
const booked = (equipmentId: string, from: string, until: string, date = '2026-11-27') => ({
  ...{ equipmentId, startsAt: new Date(`${date}T${from}:00+02:00`), endsAt: new Date(`${date}T${until}:00+02:00`) },
});
const outside = (bookings: ReturnType<typeof booked>[], equipmentId: string | null, next: Opening) =>
  outsideHours(bookings, replanned(current, equipmentId, next), zone);

describe('bookings outside of planned hours', () => {
  test('are those with any time that the hours do not cover', () => {
    const inside = booked('saw', '09:00', '15:00');
    const reaching = booked('saw', '14:30', '15:30');
    const after = booked('saw', '16:00', '17:00');
    expect(outside([inside, reaching, after], null, plan(everyDay('09:00', '15:00')))).toEqual([reaching, after]);
    const lunch = [...everyDay('08:00', '12:00'), ...everyDay('13:00', '20:00')];
    expect(outside([inside, after], null, plan(lunch))).toEqual([inside]);
    expect(
      outside([inside, after], null, plan([...everyDay('08:00', '12:00'), ...everyDay('12:00', '20:00')])),
    ).toEqual([]);
  });

  test('over midnight are covered where both days are', () => {
    const night = { ...booked('saw', '22:00', '23:00'), endsAt: new Date('2026-11-28T02:00:00+02:00') };
    expect(outside([night], null, plan(everyDay('00:00', '24:00')))).toEqual([]);
    expect(outside([night], null, plan([...everyDay('18:00', '24:00'), ...everyDay('00:00', '02:00')]))).toEqual([]);
    expect(outside([night], null, plan([...everyDay('18:00', '24:00'), ...everyDay('00:00', '01:00')]))).toEqual([
      night,
    ]);
  });

  test('of equipment with hours of its own heed the centre’s closures, not its week', () => {
    const laser = booked('laser', '14:00', '15:00');
    expect(outside([laser], null, plan(everyDay('08:00', '12:00')))).toEqual([]);
    expect(outside([laser], null, plan(everyDay('08:00', '20:00'), [closedOn('2026-11-27')]))).toEqual([laser]);
  });

  test('follow the centre once their equipment keeps no hours of its own', () => {
    const early = booked('laser', '08:00', '09:00');
    expect(outsideHours([early], current, zone)).toEqual([early]);
    expect(outside([early], 'laser', plan([]))).toEqual([]);
    expect(outside([early], 'laser', plan(everyDay('12:00', '14:00')))).toEqual([early]);
  });

  test('of one equipment’s plan leave the others as they are', () => {
    const kiln = booked('kiln', '09:00', '10:00', '2026-11-30');
    const saw = booked('saw', '09:00', '10:00', '2026-11-30');
    expect(outsideHours([kiln, saw], current, zone)).toEqual([kiln]);
    expect(outside([kiln, saw], 'kiln', plan([]))).toEqual([]);
    expect(outside([kiln, saw], 'laser', plan(everyDay('12:00', '13:00')))).toEqual([kiln]);
  });

  test('on the days of a new closure are listed, the others not', () => {
    const friday = booked('saw', '09:00', '10:00');
    const saturday = booked('saw', '09:00', '10:00', '2026-11-28');
    expect(outside([friday, saturday], null, plan(everyDay('08:00', '20:00'), [closedOn('2026-11-28')]))).toEqual([
      saturday,
    ]);
  });

  test('without any hours are all there are', () => {
    const all = [booked('saw', '09:00', '10:00'), booked('kiln', '09:00', '10:00')];
    expect(outside(all, null, plan([]))).toEqual(all);
  });
});

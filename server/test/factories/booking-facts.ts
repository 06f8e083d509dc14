import type { BookingFacts } from '../../src/modules/booking/conditions/conditions.ts';

const at = (text: string) => Date.parse(text);

/** Wednesday 25 November 2026, 10:00 in Vilnius; the wanted time is 14:00–15:00, open 09:00–20:00. */
export const usualFacts: BookingFacts = {
  now: at('2026-11-25T08:00Z'),
  startsAt: at('2026-11-25T12:00Z'),
  endsAt: at('2026-11-25T13:00Z'),
  booker: { signedIn: true, emailVerified: true, inAudience: true },
  centreName: 'Šilas',
  zone: 'Europe/Vilnius',
  rules: {
    audience: 'network',
    approval: 'none',
    gridMinutes: 30,
    minimumMinutes: 30,
    maximumMinutes: 240,
    leadMinutes: 0,
    horizonDays: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  },
  opening: {
    rules: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '20:00' })),
    exceptions: [],
  },
  ownHours: false,
  units: [{ id: 'a', busy: [] }],
  locale: 'lt',
};

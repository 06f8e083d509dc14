import { expect, test } from 'vitest';
import { choiceOf, decisionsOf, problemsByBooking, readAnswers } from './answers.rules.ts';

const [one, two] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
const time = { unit: { id: 'u' }, startsAt: '2026-11-30T08:00:00.000Z', endsAt: '2026-11-30T09:00:00.000Z' };
const sent = {
  ...{ 'impact.fingerprint': 'f', 'impact.standard': 'CANCEL', 'impact.message': 'Dažome', other: 'x' },
  [`impact.${one}.choice`]: choiceOf('MOVE', time),
  [`impact.${two}.choice`]: '',
  [`impact.${two}.reason`]: 'Klasė',
  'impact.none.choice': 'KEEP',
};

test('what a form sends is what the API is asked', () => {
  expect(decisionsOf(readAnswers(sent))).toEqual({
    ...{ fingerprint: 'f', standard: 'CANCEL', message: 'Dažome' },
    rows: [
      {
        ...{ bookingId: one, action: 'MOVE', reason: null },
        to: { unitId: 'u', startsAt: time.startsAt, endsAt: time.endsAt },
      },
      { bookingId: two, action: 'CANCEL', to: null, reason: 'Klasė' },
    ],
  });
  expect(decisionsOf(readAnswers({}))).toBeNull();
});

test('problems come back to the booking that they are about', () => {
  const problems = [
    { field: 'decisions.rows.1.to', message: 'a' },
    { field: `decisions.bookings.${one}`, message: 'b' },
    { field: 'decisions.message', message: 'c' },
  ];
  expect(problemsByBooking(readAnswers(sent), problems)).toEqual({ [two]: 'a', [one]: 'b' });
});

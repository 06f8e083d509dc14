import { expect, test } from 'vitest';
import type { Check, Verdict } from '#lib/features/booking/timeline.documents.ts';
import { failedOf, needsOf, type Step, stepOf } from './step.rules.ts';

type Condition = Check['condition'];
const at = (clock: string) => `2026-12-01T${clock}:00.000Z`;
const ms = (clock: string) => Date.parse(at(clock));
const check = (condition: Condition, suggested?: readonly [string, string]): Check => ({
  condition,
  passed: false,
  needsApproval: false,
  message: '',
  remedy: null,
  suggestedStart: suggested ? at(suggested[0]) : null,
  suggestedEnd: suggested ? at(suggested[1]) : null,
});
const met = (condition: Condition): Check => ({ ...check(condition), passed: true });
const other = (equipmentId: string, from: string, until: string) => ({
  kind: 'OTHER_TIME' as const,
  startsAt: at(from),
  endsAt: at(until),
  distance: null,
  unit: { id: 'u2', name: '2' },
  equipment: { id: equipmentId, name: '', centre: { name: '', zone: 'Europe/Vilnius', city: { name: '' } } },
});
const refused = (checks: Check[], alternatives: ReturnType<typeof other>[] = []) =>
  ({ outcome: 'REFUSED', checks, alternatives }) as unknown as Verdict;

const cases: readonly (readonly [string, Verdict, Step])[] = [
  ['all is met', { ...refused([met('SIGNED_IN')]), outcome: 'BOOK' }, { kind: 'book' }],
  ['staff have to agree', { ...refused([met('SIGNED_IN')]), outcome: 'REQUEST' }, { kind: 'book' }],
  ['a visitor', refused([check('SIGNED_IN'), check('EMAIL_VERIFIED')]), { kind: 'need', need: 'SIGNED_IN' }],
  [
    'a visitor who may not book either',
    refused([check('SIGNED_IN'), check('EMAIL_VERIFIED'), check('AUDIENCE')]),
    { kind: 'need', need: 'SIGNED_IN' },
  ],
  [
    'an unconfirmed address',
    refused([check('EMAIL_VERIFIED'), check('AUDIENCE')]),
    { kind: 'need', need: 'EMAIL_VERIFIED' },
  ],
  ['not a member', refused([met('SIGNED_IN'), check('AUDIENCE')]), { kind: 'need', need: 'AUDIENCE' }],
  [
    'not a member, and free elsewhere',
    refused([check('AUDIENCE')], [other('e2', '09:00', '10:00')]),
    { kind: 'need', need: 'AUDIENCE' },
  ],
  [
    'a time that is refused goes before what the person lacks',
    refused([check('SIGNED_IN'), check('GRID', ['10:00', '11:00'])]),
    { kind: 'take', time: { start: ms('10:00'), end: ms('11:00') } },
  ],
  [
    'a time known to be free goes before one that meets a single condition',
    refused([check('LEAD_TIME', ['10:00', '11:00'])], [other('e1', '12:00', '13:00')]),
    { kind: 'take', time: { start: ms('12:00'), end: ms('13:00'), unitId: 'u2' } },
  ],
  ['taken, and nothing is free here', refused([check('SLOT_FREE')], [other('e2', '12:00', '13:00')]), { kind: 'none' }],
];

test.each(cases)('%s', (_, verdict, step) => {
  expect(stepOf(verdict, 'e1')).toEqual(step);
});

test('what a visitor lacks is an account, which has its address confirmed, and what the account lacks', () => {
  const checks = [check('SIGNED_IN'), check('EMAIL_VERIFIED'), check('AUDIENCE'), met('GRID')];
  expect(needsOf(checks)).toEqual(['SIGNED_IN', 'AUDIENCE']);
  expect(failedOf(checks.slice(1)).map(({ condition }) => condition)).toEqual(['EMAIL_VERIFIED', 'AUDIENCE']);
});

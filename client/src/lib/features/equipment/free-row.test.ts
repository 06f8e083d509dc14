import { expect, test } from 'vitest';
import { rendered } from '#lib/testing/rendered.ts';
import FreeRow from './free-row.svelte';

type Kind = 'FREE' | 'TAKEN' | 'CLOSED' | 'UNBOOKABLE';
const at = (clock: string) => `2026-11-27T${clock}:00Z`;
const segment = (from: string, to: string, kind: Kind, freeUnits = kind === 'FREE' ? 1 : 0) => ({
  startsAt: at(from),
  endsAt: at(to),
  kind,
  freeUnits,
});
const free = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const equipment = {
  id: 'e1',
  name: 'Laser cutter',
  unitCount: 1,
  type: { key: 'laser_cutter', group: 'DIGITAL_FABRICATION' as const, induction: 'NO' as const },
  rules: { audience: 'NETWORK' as const, approval: 'NONE' as const, gridMinutes: 30 },
  viewerCan: { bookNeeds: [] as { condition: 'AUDIENCE' | 'SIGNED_IN' }[] },
  centre: { name: 'Technarium', slug: 'technarium', zone: 'Europe/Vilnius', city: { name: 'Vilnius' } },
  day: [
    segment('06:00', '08:30', 'UNBOOKABLE'),
    segment('08:30', '12:00', 'FREE'),
    segment('12:00', '14:00', 'TAKEN'),
    segment('14:00', '16:00', 'FREE'),
  ],
  nextFree: free('08:30', '12:00') as ReturnType<typeof free> | null,
};
const said = async (changes: Partial<typeof equipment>, clock: string) =>
  (await rendered(FreeRow, { equipment: { ...equipment, ...changes }, now: at(clock) }, 'free', 'usable')).text;

test('what can be had from the next moment of the grid is free now, and until when on the clocks of its place', async () => {
  expect(await said({}, '08:10')).toMatch(/free now.*until 14:00/);
});

test('what has to be booked earlier is free from then, though nobody has it now', async () => {
  const text = await said({ nextFree: free('09:30', '12:00') }, '08:40');
  expect(text).toMatch(/free from 11:30/);
  expect(text).not.toMatch(/free now/);
});

test('of several units it says how many are free', async () => {
  const day = [segment('08:30', '12:00', 'FREE', 2)];
  expect(await said({ unitCount: 3, day }, '08:30')).toMatch(/2 of 3/);
});

test('what is free only on another day says what it is now, and when it will be free', async () => {
  const nextFree = { startsAt: '2026-11-28T08:00:00Z', endsAt: '2026-11-28T10:00:00Z' };
  const then = /28 November.*10:00/;
  const taken = await said({ nextFree }, '12:30');
  expect(taken).toMatch(/taken/);
  expect(taken).toMatch(then);
  const over = await said({ nextFree, day: [segment('06:00', '20:00', 'UNBOOKABLE')] }, '12:30');
  expect(over).toMatch(/none left today/);
  expect(over).toMatch(then);
});

test('what is closed says so', async () => {
  expect(await said({ day: [segment('08:00', '16:00', 'CLOSED')], nextFree: null }, '09:00')).toMatch(/closed/);
});

test('what somebody may not book is not called free to them; a visitor reads for whom it is', async () => {
  const needing = (...conditions: ('AUDIENCE' | 'SIGNED_IN')[]) => ({
    viewerCan: { bookNeeds: conditions.map((condition) => ({ condition })) },
  });
  const member = await said(needing('AUDIENCE'), '08:10');
  expect(member).toMatch(/membership needed/);
  expect(member).not.toMatch(/free now/);
  expect(await said(needing('SIGNED_IN', 'AUDIENCE'), '08:10')).toMatch(/free now.*for members of the network/);
});

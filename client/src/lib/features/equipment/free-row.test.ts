import { expect, test } from 'vitest';
import { rendered } from '#lib/testing/rendered.ts';
import FreeRow from './free-row.svelte';

const at = (clock: string) => `2026-11-27T${clock}:00Z`;
const segment = (from: string, to: string, kind: 'FREE' | 'TAKEN' | 'CLOSED', freeUnits = kind === 'FREE' ? 1 : 0) => ({
  startsAt: at(from),
  endsAt: at(to),
  kind,
  freeUnits,
});
const equipment = {
  id: 'e1',
  name: 'Laser cutter',
  unitCount: 1,
  type: { induction: 'NO' as const },
  rules: { audience: 'EVERYONE' as const },
  centre: { name: 'Technarium', slug: 'technarium', zone: 'Europe/Vilnius', city: { name: 'Vilnius' } },
  day: [segment('08:00', '12:00', 'FREE'), segment('12:00', '14:00', 'TAKEN'), segment('14:00', '16:00', 'FREE')],
  nextFree: { startsAt: at('14:00'), endsAt: at('16:00') },
};
const said = async (changes: Partial<typeof equipment>, clock: string) =>
  (await rendered(FreeRow, { equipment: { ...equipment, ...changes }, now: at(clock) }, 'home')).text;

test('what is free now says so, and until when on the clocks of its place', async () => {
  expect(await said({}, '09:00')).toMatch(/free now.*until 14:00/);
});

test('of several units it says how many are free', async () => {
  const day = [segment('08:00', '12:00', 'FREE', 2)];
  expect(await said({ unitCount: 3, day }, '09:00')).toMatch(/2 of 3/);
});

test('what is taken says from when it is free today', async () => {
  expect(await said({}, '12:30')).toMatch(/free from 16:00/);
});

test('what is free only on another day says that it is taken, and when it will be free', async () => {
  const nextFree = { startsAt: '2026-11-28T08:00:00Z', endsAt: '2026-11-28T10:00:00Z' };
  const text = await said({ nextFree }, '12:30');
  expect(text).toMatch(/taken/);
  expect(text).toMatch(/28 November.*10:00/);
});

test('what is closed says so', async () => {
  expect(await said({ day: [segment('08:00', '16:00', 'CLOSED')], nextFree: null as never }, '09:00')).toMatch(
    /closed/,
  );
});

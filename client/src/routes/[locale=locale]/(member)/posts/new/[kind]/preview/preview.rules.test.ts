import { expect, test } from 'vitest';
import { startOf } from '../start.rules.ts';
import { beginningOf, noticeOf } from './preview.rules.ts';

const technarium = { slug: 'technarium', name: 'Technarium', city: { name: 'Vilnius' } };
const known = {
  person: { name: 'Aistė Petraitytė' },
  party: undefined,
  cities: [{ slug: 'kaunas', name: 'Kaunas' }],
  centres: [technarium],
  types: [
    { key: 'kiln', group: 'CERAMICS' as const },
    { key: 'loom', group: 'FABRICS' as const },
  ],
};
const empty = startOf({ centre: technarium, author: { memberships: [] } }, 'lt');
const now = '2026-11-30T10:00:00Z';

test('a form that is still empty already has a place and an author', () => {
  expect(noticeOf('OFFER', empty, known, now)).toMatchObject({
    __typename: 'Offer',
    title: '…',
    centre: { name: 'Technarium' },
    city: { name: 'Vilnius' },
    author: { person: { name: 'Aistė Petraitytė' }, actingFor: null },
    validUntil: null,
  });
});

test('an event keeps the clocks of its place, whatever the zone of its author', () => {
  const typed = { ...empty, home: 'city:kaunas', startsAt: '2026-12-03T18:00', endsAt: '', equipmentTypes: ['kiln'] };
  expect(noticeOf('EVENT', typed, known, now)).toMatchObject({
    startsAt: '2026-12-03T18:00:00Z',
    endsAt: '',
    zone: 'UTC',
    centre: null,
    city: { name: 'Kaunas' },
    equipmentTypes: [{ key: 'kiln' }],
  });
});

test.each([
  ['**Molis** ir [krosnis](https://a.lt)', 'Molis ir krosnis'],
  ['- vienas\n- du\n\n# Trys', 'vienas du Trys'],
])('%s begins with %s', (markdown, beginning) => {
  expect(beginningOf(markdown)).toBe(beginning);
});

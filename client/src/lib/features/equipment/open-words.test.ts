import { expect, test } from 'vitest';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { openWords } from './open-words.ts';

const zone = 'Europe/Vilnius';
const now = '2026-11-25T10:00:00Z';
const open = (closesAt: string | null) => ({ openNow: true, closesAt, opensAt: null, zone });
const closed = (opensAt: string | null) => ({ openNow: false, closesAt: null, opensAt, zone });

test.each([
  ['dirba iki 20:00', open('2026-11-25T18:00:00Z')],
  ['dirba iki 24:00', open('2026-11-25T22:00:00Z')],
  ['dirba dabar', open(null)],
  ['atsidarys 14:00', closed('2026-11-25T12:00:00Z')],
  ['atsidarys ketvirtadienį 09:00', closed('2026-11-26T07:00:00Z')],
  ['dabar nedirba', closed('2026-12-05T07:00:00Z')],
  ['dabar nedirba', closed(null)],
])('a centre says: %s', async (words, centre) => {
  expect(openWords(createI18n('lt', await loadMessages('lt', 'common'), zone), centre, now)).toBe(words);
});

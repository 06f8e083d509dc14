import { describe, expect, test } from 'vitest';
import { languageTag } from '../posts/post.rules.ts';
import { type DraftReferences, type PostDraft, settleDraft } from './post-draft.rules.ts';

const offer: PostDraft = {
  kind: 'offer',
  title: 'Laisvas lazeris antradieniais',
  body: 'Ateikite **išbandyti**.',
  language: 'lt',
  audience: 'public',
  centre: 'linkmenu-fabrikas',
  exchange: { subject: 'equipment', terms: 'gift' },
};
const event: PostDraft = {
  ...offer,
  kind: 'event',
  exchange: undefined,
  event: { startsAt: '2026-12-01T18:00', endsAt: '2026-12-01T20:00' },
};
const known: DraftReferences = {
  city: null,
  centre: { id: 'centre', cityId: 'city', zone: 'Europe/Vilnius' },
  equipmentTypes: ['laser_cutter'],
  belongsToCentre: true,
  now: new Date('2026-11-25T08:00:00Z'),
};

const fieldsOf = (draft: PostDraft, surroundings: DraftReferences = known): string[] => {
  const result = settleDraft(draft, surroundings);
  return 'kind' in result ? [] : result.map(({ field, message }) => `${field} ${message.key}`);
};

describe('a draft', () => {
  test('becomes a post in the city of its home centre', () => {
    const result = settleDraft(
      {
        ...offer,
        title: '  Laisvas\n lazeris ',
        language: 'pt-br',
        equipmentTypes: ['laser_cutter', 'laser_cutter'],
        exchange: { subject: 'equipment', terms: 'swap', quantity: '  2 vnt. ', validUntil: '2026-11-25' },
      },
      known,
    );
    expect(result).toMatchObject({
      title: 'Laisvas lazeris',
      language: 'pt-BR',
      cityId: 'city',
      centreId: 'centre',
      equipmentTypes: ['laser_cutter'],
      quantity: '2 vnt.',
      validUntil: '2026-11-25',
      startsAt: null,
      zone: null,
    });
  });

  test('of an event keeps the zone of its home', () => {
    expect(settleDraft(event, known)).toMatchObject({
      startsAt: new Date('2026-12-01T16:00:00Z'),
      zone: 'Europe/Vilnius',
      subject: null,
      remote: false,
      seats: null,
    });
    const lisbon = { ...known, centre: null, city: { id: 'lisboa', zone: 'Europe/Lisbon' } };
    expect(settleDraft({ ...event, centre: null, city: 'lisboa' }, lisbon)).toMatchObject({
      startsAt: new Date('2026-12-01T18:00:00Z'),
      cityId: 'lisboa',
      centreId: null,
    });
  });

  test.each<[string, Partial<PostDraft>, string[]]>([
    ['an empty title', { title: '  ' }, ['title text.missing']],
    ['a title of two letters', { title: 'ab' }, ['title text.tooShort']],
    ['a title of 161 letters', { title: 'a'.repeat(161) }, ['title text.tooLong']],
    ['a title with NUL', { title: 'abc\0' }, ['title text.unusable']],
    ['no text', { body: '\n' }, ['body text.missing']],
    ['a text of 20,001 letters', { body: 'a'.repeat(20_001) }, ['body text.tooLong']],
    ['half a character', { body: 'a\udc00' }, ['body text.unusable']],
    ['no language', { language: '' }, ['language posts.language']],
    ['a language in words', { language: 'lietuvių' }, ['language posts.language']],
    ['a language that cannot be kept', { language: 'sl-rozaj-biske-1994' }, ['language posts.language']],
    ['no home', { centre: null }, ['city posts.cityNeeded']],
    ['an unknown city', { city: 'atlantida' }, ['city posts.unknownCity']],
    [
      'an unknown type',
      { equipmentTypes: ['laser_cutter', 'time_machine'] },
      ['equipmentTypes posts.unknownEquipmentType'],
    ],
    [
      'eleven types',
      { equipmentTypes: Array.from({ length: 11 }, () => 'laser_cutter') },
      ['equipmentTypes posts.tooManyEquipmentTypes'],
    ],
    [
      'too long a quantity',
      { exchange: { subject: 'space', terms: 'open', quantity: 'a'.repeat(81) } },
      ['quantity text.tooLong'],
    ],
    [
      'a day that is over',
      { exchange: { subject: 'space', terms: 'open', validUntil: '2026-11-24' } },
      ['validUntil posts.dayOver'],
    ],
    [
      'members without a centre',
      { audience: 'members', centre: null, city: null },
      ['city posts.cityNeeded', 'centre posts.centreNeeded'],
    ],
  ])('with %s is refused', (_name, change, problems) => {
    expect(fieldsOf({ ...offer, ...change })).toEqual(problems);
  });

  test('with an unknown centre is refused once, also for members', () => {
    expect(fieldsOf({ ...offer, audience: 'members' }, { ...known, centre: null, belongsToCentre: false })).toEqual([
      'centre posts.unknownCentre',
    ]);
  });

  test('for the members of a centre comes from one of them', () => {
    expect(fieldsOf({ ...offer, audience: 'members' }, { ...known, belongsToCentre: false })).toEqual([
      'audience posts.membersOnly',
    ]);
    expect(fieldsOf({ ...offer, audience: 'members' })).toEqual([]);
  });

  test.each([
    [0, true],
    [1, false],
    [100_000, false],
    [100_001, true],
    [1.5, true],
  ])('with %d seats: refused %s', (seats, refused) => {
    const draft = { ...event, event: { startsAt: '2026-12-01T18:00', endsAt: '2026-12-01T20:00', seats } };
    expect(fieldsOf(draft)).toEqual(refused ? ['seats posts.seats'] : []);
  });

  test('names everything that is wrong at once', () => {
    const draft: PostDraft = {
      ...event,
      title: '',
      body: '',
      language: '?',
      equipmentTypes: ['time_machine'],
      event: { place: 'a'.repeat(201), startsAt: 'now', endsAt: '2027-03-28T03:30', seats: 0 },
    };
    expect(fieldsOf(draft)).toEqual([
      'title text.missing',
      'body text.missing',
      'language posts.language',
      'equipmentTypes posts.unknownEquipmentType',
      'startsAt posts.notATime',
      'endsAt posts.skippedTime',
      'place text.tooLong',
      'seats posts.seats',
    ]);
  });
});

test.each([
  ['lt', 'lt'],
  [' en-gb ', 'en-GB'],
  ['zh-hans-cn', 'zh-Hans-CN'],
  ['x', undefined],
  ['lt_LT', undefined],
  ['lt\0', undefined],
])('the language tag %j is kept as %s', (value, tag) => {
  expect(languageTag(value)).toBe(tag);
});

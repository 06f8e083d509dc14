import { describe, expect, it } from 'vitest';
import { modelOfKind } from './cells/centre-kinds.rules.ts';
import { readCentres } from './centre-import.rules.ts';
import { gazetteerOf } from './places/gazetteer.rules.ts';

const gazetteer = gazetteerOf(
  [
    { code: 'LT', digitalConsentAge: 14, currency: 'EUR', language: 'lt' },
    { code: 'ES', digitalConsentAge: 14, currency: 'EUR', language: 'es' },
  ],
  [
    city('vilnius', 'Vilnius', 'LT', 'Europe/Vilnius', 54.687, 25.28, { sl: 'Vilna' }),
    city('donostia', 'Donostia / San Sebastián', 'ES', 'Europe/Madrid', 43.318, -1.981, { lt: 'San Sebastianas' }),
  ],
);

function city(
  slug: string,
  name: string,
  country: string,
  zone: string,
  latitude: number,
  longitude: number,
  names: Record<string, string>,
) {
  return { slug, name, names, country, zone, latitude, longitude, partner: true };
}

const good: Record<string, string> = { key: 'a', name: 'A', kind: 'fab_lab', city: 'Vilnius', country: 'LT' };

/** One row of the given cells, over those of a good one. */
function read(cells: Record<string, string>, ...more: Record<string, string>[]) {
  const rows = [cells, ...more].map((row, index) => ({ ...good, key: `${index}`, ...row }));
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = {
    header,
    rows: rows.map((row, index) => ({
      line: index + 2,
      cells: header.map((name) => (row as Record<string, string>)[name] ?? ''),
    })),
  };
  return readCentres(table, gazetteer, '2026-11-22');
}

describe('a row of a list of centres', () => {
  it('becomes a centre with what its cells say', () => {
    const { centres, problems } = read({
      kind: 'art_incubator',
      latitude: '54,681',
      longitude: '25.294',
      languages: 'lt|EN',
      floor_area: '1100',
      website: 'https://example.org/x',
      access: 'Open',
      verified_on: '2026-02-28',
      address: '',
    });
    expect(problems).toEqual([]);
    expect(centres[0]).toMatchObject({
      line: 2,
      sourceKey: '0',
      city: { slug: 'vilnius' },
      facts: {
        model: 'arts_incubator',
        latitude: 54.681,
        longitude: 25.294,
        languages: ['lt', 'en'],
        floorArea: 1100,
        accessType: 'open',
        verifiedOn: '2026-02-28',
        address: null,
        owner: undefined,
      },
    });
  });

  it('says how the centre takes members and is reached', () => {
    const { centres, problems } = read({
      membership: 'on_request',
      membership_benefits: 'Staklės.',
      house_rules: 'Su akiniais.\nBe švarko.',
      membership_language: 'LT',
      contact_email: 'labas@centras.example.org',
      contact_phone: '+370 5 000 0001',
      contact_answers: '',
    });
    expect(problems).toEqual([]);
    expect(centres[0]?.facts).toMatchObject({
      membershipAccess: 'on_request',
      membershipBenefits: 'Staklės.',
      houseRules: 'Su akiniais.\nBe švarko.',
      membershipLanguage: 'lt',
      contactEmail: 'labas@centras.example.org',
      contactPhone: '+370 5 000 0001',
      contactAnswers: null,
    });
  });

  it.each(['VILNIUS', 'vilna', ' Vilnius'])('names a known city in any way: %s', (name) => {
    expect(read({ city: name }).centres[0]?.city.slug).toBe('vilnius');
  });

  it.each(['San Sebastian', 'Donostia', 'san sebastianas', 'Donostia / San Sebastián'])(
    'names a city of two names by either: %s',
    (name) => {
      expect(read({ city: name, country: 'es' }).centres[0]?.city.slug).toBe('donostia');
    },
  );

  it('brings a new city with its zone and point, which its other rows share', () => {
    const { centres, problems } = read(
      { city: 'Pabradė', zone: 'Europe/Vilnius', latitude: '54.98', longitude: '25.76' },
      { city: 'pabrade', zone: '', latitude: '', longitude: '' },
    );
    expect(problems).toEqual([]);
    expect(centres[1]?.city).toBe(centres[0]?.city);
    expect(centres[0]?.city).toMatchObject({
      slug: 'pabrade',
      zone: 'Europe/Vilnius',
      latitude: 54.98,
      partner: false,
    });
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['an empty key', { key: '' }, 'key', /every centre needs it/],
    ['an empty name', { name: '' }, 'name', /every centre needs it/],
    ['a name too long', { name: 'a'.repeat(161) }, 'name', /161 characters; at most 160/],
    ['a summary too long', { summary: 'a'.repeat(4001) }, 'summary', /at most 4000/],
    ['an unknown kind', { kind: 'toString' }, 'kind', /not known/],
    ['an empty country', { country: '' }, 'country', /every centre needs it/],
    ['a country that is no code', { country: 'Lietuva' }, 'country', /two letters/],
    ['a country not set up', { country: 'FR' }, 'country', /countries\.csv/],
    ['an empty city', { city: '' }, 'city', /every centre needs it/],
    [
      'a new city without a zone',
      { city: 'X', latitude: '54', longitude: '25' },
      'city',
      /zone, latitude and longitude/,
    ],
    ['a new city without a point', { city: 'X', zone: 'Europe/Vilnius' }, 'city', /zone, latitude and longitude/],
    ['an offset for a zone', { zone: '+02:00' }, 'zone', /Europe\/Vilnius/],
    ['a zone that does not exist', { zone: 'Europe/Wilna' }, 'zone', /Europe\/Vilnius/],
    ['a latitude out of range', { latitude: '91', longitude: '25' }, 'latitude', /from -90 to 90/],
    ['a latitude in words', { latitude: '54°41′', longitude: '25' }, 'latitude', /from -90 to 90/],
    ['half a point', { latitude: '54.7', longitude: '' }, 'longitude', /both/],
    ['the point 0, 0', { latitude: '0', longitude: '0' }, 'latitude', /point in the sea/],
    ['a point turned round', { latitude: '25.28', longitude: '54.687' }, 'latitude', /swapped/],
    ['a point far from the city', { latitude: '54.687', longitude: '-25.28' }, 'latitude', /\d+ km from Vilnius/],
    ['a website without a scheme', { website: 'www.example.org' }, 'website', /https:\/\//],
    ['a script for a website', { website: 'javascript:alert(1)' }, 'website', /https:\/\//],
    ['a way to take members that is none', { membership: 'closed' }, 'membership', /open, on_request, elsewhere/],
    ['house rules too long', { house_rules: 'a'.repeat(4001) }, 'house_rules', /at most 4000/],
    ['an address that is none', { contact_email: 'centras' }, 'contact_email', /e-mail/],
    ['an address that carries more', { contact_email: 'a@b.lt?bcc=c@d.lt,e@f.lt' }, 'contact_email', /e-mail/],
    ['a telephone in words', { contact_phone: 'paskambinkite' }, 'contact_phone', /digits/],
    ['a telephone of four digits', { contact_phone: '1234' }, 'contact_phone', /digits/],
    ['a currency that does not exist', { currency: 'LTZ' }, 'currency', /three letters/],
    ['languages that are none', { languages: 'lt|l_t' }, 'languages', /language tags/],
    ['two languages of a summary', { summary_language: 'lt|en' }, 'summary_language', /one language/],
    ['a precision that is none', { precision: 'good' }, 'precision', /exact, approximate, city/],
    ['half a square metre', { floor_area: '0.5' }, 'floor_area', /whole number/],
    ['a year to come', { founded: '2027' }, 'founded', /2026/],
    ['a day to come', { verified_on: '2026-11-23' }, 'verified_on', /past day/],
    ['a day that does not exist', { verified_on: '2026-02-30' }, 'verified_on', /past day/],
    ['a NUL', { summary: 'a\u0000b' }, 'summary', /control character/],
    ['lost letters', { name: 'U\ufffdupis' }, 'name', /were lost/],
    ['a column that is not known', { lattitude: '1' }, 'lattitude', /not known/],
    ['a longitude without a latitude', { longitude: '25' }, 'latitude', /missing/],
  ])('is refused for %s', (_, cells, column, message) => {
    const { centres, problems } = read(cells);
    expect(centres).toEqual([]);
    expect(problems.map((problem) => problem.column)).toEqual([column]);
    expect(problems[0]?.problem).toMatch(message);
  });

  it('is refused where its key stands twice, with the line of the first', () => {
    const { problems } = read({ key: 'x' }, { key: 'y' }, { key: 'x' });
    expect(problems).toEqual([{ line: 4, column: 'key', value: 'x', problem: expect.stringContaining('line 2') }]);
  });

  it('has all its problems told at once', () => {
    const { problems } = read({ name: '', kind: 'x', website: 'y', floor_area: '-1' });
    expect(problems.map(({ column }) => column)).toEqual(['name', 'kind', 'floor_area', 'website']);
  });
});

describe('a list of centres', () => {
  const header = Object.keys(good);
  const row = Object.values(good);

  it.each([
    ['a column twice', [...header, 'name'], [...row, 'B'], 'name'],
    ['a column without a name', [...header, ''], [...row, 'B'], 'number 6'],
    ['a needed column missing', header.slice(1), row.slice(1), 'key'],
    ['a row too short', header, row.slice(1), null],
    ['a row too long', header, [...row, 'B'], null],
  ])('is refused for %s', (_, columns, cells, column) => {
    const { centres, problems } = readCentres({ header: columns, rows: [{ line: 2, cells }] }, gazetteer, '2026-11-22');
    expect(centres).toEqual([]);
    expect(problems.map((problem) => problem.column)).toEqual([column]);
  });

  it('may have empty cells to the right of its columns and headings in another case', () => {
    const rows = [{ line: 2, cells: [...row, '', ''] }];
    expect(
      readCentres({ header: header.map((name) => name.toUpperCase()), rows }, gazetteer, '2026-11-22').problems,
    ).toEqual([]);
  });

  it('without a centre is refused', () => {
    expect(readCentres({ header, rows: [] }, gazetteer, '2026-11-22').problems).toHaveLength(1);
  });
});

it.each([
  ['Fab Lab', 'fab_lab'],
  ['startup-hub', 'startup_incubator'],
  ['performing_arts_centre', 'cultural_centre'],
  ['constructor', null],
])('the kind %s is the model %s', (kind, model) => {
  expect(modelOfKind(kind)).toBe(model);
});

import { describe, expect, test } from 'vitest';
import { waysToLoosen } from './loosen.rules.ts';
import { isStrangeDate, readSearch, readWhat, searchQuery } from './search.rules.ts';

const today = '2026-11-26';
const read = (query: string) => readSearch(new URLSearchParams(query), today);

describe('a search in an address', () => {
  test('comes back as it was written', () => {
    for (const query of [
      'city=everywhere&date=2026-11-26',
      'make=engrave&city=vilnius&date=2026-11-26',
      'what=laser_cutter&city=vilnius&date=2026-11-27&from=14:00&to=18:30&minutes=120',
      'what=kiln&city=everywhere&date=2026-11-26&mine=1',
      'what=WOODWORK&near=54.69,25.28&within=5&date=2026-11-26',
      'what=kiln&city=everywhere&when=week&minutes=60',
      'city=everywhere&date=2026-11-27&order=name',
      'near=54.69,25.28&within=10&when=week&order=soonest',
    ]) {
      expect(searchQuery(read(query))).toBe(query);
    }
  });

  test('without anything asks for anything today', () => {
    expect(read('')).toEqual({
      what: '',
      made: '',
      city: '',
      near: undefined,
      date: today,
      from: '',
      to: '',
      minutes: undefined,
      mine: false,
      week: false,
      order: 'soonest',
    });
  });

  test('looks into the usual city unless it says where', () => {
    const cityOf = (query: string) => readSearch(new URLSearchParams(query), today, { city: 'vilnius' }).city;
    expect(['', 'city=', 'city=kaunas', 'city=everywhere', 'near=54.69,25.28'].map(cityOf)).toEqual([
      'vilnius',
      'vilnius',
      'kaunas',
      '',
      '',
    ]);
  });

  test.each([
    ['what=kiln', { what: 'kiln', made: '' }],
    ['make=fire+clay', { what: '', made: 'fire clay' }],
    ['what=kiln&make=Kiln', { what: 'kiln', made: '' }],
    ['what=kiln&make=saw', { what: '', made: 'saw' }],
    ['what=kiln&make=', { what: '', made: '' }],
    [`make=%E2%80%AE${'x'.repeat(10_000)}`, { what: '', made: 'x'.repeat(100) }],
  ])('%.40s asks for what was said last', (query, expected) => {
    expect(readWhat(new URLSearchParams(query), 'Kiln')).toEqual(expected);
  });

  test('leaves out what cannot be read', () => {
    expect(read('near=Vilnius&date=soon&from=9&to=25:00&minutes=7')).toEqual(read(''));
    expect(read('near=95,25')).toEqual(read(''));
    expect(read('near=,25')).toEqual(read(''));
  });

  test.each(['1900-01-01', '2026-02-30', '2099-01-01', 'soon', '\u202e2026-11-27'])('takes %s for no day', (date) => {
    expect(isStrangeDate(new URLSearchParams({ date }), today)).toBe(true);
    expect(read(`date=${date}`).date).toBe(today);
  });

  test('of this week begins today and asks for no hours', () => {
    expect(read('when=week&date=2026-12-24&from=14:00')).toMatchObject({ week: true, date: today, from: '' });
    expect(read('when=today&date=2026-12-24')).toMatchObject({ week: false, date: today });
    expect(isStrangeDate(new URLSearchParams('date=2026-12-24'), today)).toBe(false);
  });

  test('goes by what is nearest only where a place is known', () => {
    expect(read('order=nearest').order).toBe('soonest');
    expect(read('near=54.69,25.28').order).toBe('nearest');
    expect(read('order=price').order).toBe('soonest');
  });

  test('near a place is not limited to a city', () => {
    expect(read('near=54.69,25.28&within=900&city=kaunas')).toMatchObject({ city: '', near: { within: 10 } });
  });
});

describe('a search that found nothing', () => {
  const kinds = (query: string) => waysToLoosen(read(query), today).map(({ kind }) => kind);

  test('can be loosened in all it asked for, the smallest loss first', () => {
    expect(kinds('what=laser_cutter&city=vilnius&from=14:00&minutes=120')).toEqual([
      'hours',
      'shorter',
      'week',
      'anywhere',
      'anything',
    ]);
  });

  test('near a place can look wider until the widest', () => {
    expect(kinds('near=54.69,25.28&within=10')).toEqual(['week', 'wider', 'anywhere']);
    expect(kinds('near=54.69,25.28&within=50')).toEqual(['week', 'anywhere']);
    expect(waysToLoosen(read('near=54.69,25.28&within=10'), today)[1]?.search.near?.within).toBe(25);
  });

  test('of what one may use oneself can ask for the rest first', () => {
    expect(kinds('what=laser_cutter&mine=1')).toEqual(['others', 'week', 'anything']);
  });

  test('that asked for nothing can only wait', () => {
    expect(kinds('')).toEqual(['week']);
  });

  test('of a day looks into the week before another day', () => {
    expect(kinds('date=2026-12-24')).toEqual(['nextDay']);
    expect(kinds('when=week&what=kiln')).toEqual(['anything']);
  });
});

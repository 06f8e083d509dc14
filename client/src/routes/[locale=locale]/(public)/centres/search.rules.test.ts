import { describe, expect, test } from 'vitest';
import { chosen, filterOf, readSearch, without } from './search.rules.ts';

const read = (text: string) => readSearch(new URLSearchParams(text));

describe('the address of the list of centres', () => {
  test('asks for everything where it says nothing', () => {
    expect(filterOf(read(''))).toEqual({});
    expect(chosen(read(''))).toEqual([]);
  });

  test('carries each choice', () => {
    const search = read('q= lazeris &city=vilnius&model=FAB_LAB&type=laser_cutter&open=1&near=54.68,25.28');
    expect(filterOf(search)).toEqual({
      text: 'lazeris',
      city: 'vilnius',
      models: ['FAB_LAB'],
      equipmentType: 'laser_cutter',
      openNow: true,
      near: { latitude: 54.68, longitude: 25.28, within: 100 },
    });
    expect(chosen(search)).toEqual(['q', 'city', 'model', 'type', 'open', 'near']);
  });

  test.each(['model=CASTLE', 'near=here', 'near=91,0', 'near=0,181', 'open=yes'])(
    'leaves out what is none: %s',
    (text) => {
      expect(filterOf(read(text))).toEqual({});
    },
  );

  test('lets go of one choice and begins the list anew', () => {
    expect(without('?city=vilnius&type=kiln&after=x', 'city')).toBe('?type=kiln');
  });
});

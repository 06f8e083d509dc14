import { expect, test } from 'vitest';
import { addressOf, type Meant } from './suggestion.rules.ts';

const laser = (inCity: number | null): Meant => ({
  __typename: 'EquipmentTypeSuggestion',
  equipmentType: { key: 'laser_cutter' },
  inCity,
});

test.each<[string, Meant, string | undefined, string]>([
  ['a machine of the city', laser(3), 'vilnius', '/find?what=laser_cutter&city=vilnius'],
  ['a machine that the city has not', laser(0), 'vilnius', '/find?what=laser_cutter&city=everywhere'],
  ['a machine of any city', laser(null), undefined, '/find?what=laser_cutter'],
  ['a centre', { __typename: 'CentreSuggestion', centre: { slug: 'technarium' } }, 'vilnius', '/centres/technarium'],
])('%s has its page', (_, meant, city, address) => {
  expect(addressOf(meant, city)).toBe(address);
});

import { expect, test } from 'vitest';
import { inCity } from './in-city.rules.ts';

test.each([
  ['Vilnius', 'Vilniuje'],
  ['Kaunas', 'Kaune'],
  ['Klaipėda', 'Klaipėdoje'],
  ['Telšiai', 'Telšiuose'],
  ['Anykščiai', 'Anykščiuose'],
  ['Utena', 'Utenoje'],
  ['Lisabona', 'Lisabonoje'],
  ['Zagrebas', 'Zagrebe'],
  ['Panevėžys', 'Panevėžyje'],
])('in %s is %s', (name, expected) => {
  expect(inCity(name)).toBe(expected);
});

test.each(['Bilbao', 'Donostia / San Sebastián', 'West Bromwich', 'Bracciano', ''])('%s does not bend', (name) => {
  expect(inCity(name)).toBeUndefined();
});

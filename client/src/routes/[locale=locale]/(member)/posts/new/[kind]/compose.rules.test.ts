import { expect, test } from 'vitest';
import { formField, homeOf, inputsOf } from './compose.rules.ts';
import { Composed } from './compose.schema.server.ts';

const composed = (fields: Record<string, string | string[]>) => Composed.parse(fields);

test('the home is a city or a centre, never both', () => {
  expect(homeOf('city:vilnius')).toEqual({ city: 'vilnius', centre: null });
  expect(homeOf('centre:technarium')).toEqual({ city: null, centre: 'technarium' });
  expect(homeOf('')).toEqual({ city: null, centre: null });
});

test('choices that the page never offered become the first ones', () => {
  expect(composed({ audience: 'ALL', subject: 'x', terms: '', language: 'tlh' })).toMatchObject({
    audience: 'PUBLIC',
    subject: 'EQUIPMENT',
    terms: 'OPEN',
    language: 'lt',
  });
});

test('every chosen equipment type is kept', () => {
  expect(composed({ equipmentTypes: ['kiln', 'laser_cutter'] }).equipmentTypes).toEqual(['kiln', 'laser_cutter']);
});

test('what was left empty is left out of an offer', () => {
  const { exchange } = inputsOf(composed({ title: 'Molis', quantity: ' ', validUntil: '' }), 'k');
  expect(exchange).toMatchObject({ title: 'Molis', quantity: null, validUntil: null, idempotencyKey: 'k' });
});

test.each([
  ['', null],
  ['12', 12],
  ['daug', 0],
  ['-3', 0],
  ['12345678', 0],
])('seats %j are sent as %j', (seats, sent) => {
  expect(inputsOf(composed({ seats }), 'k').event.seats).toBe(sent);
});

test('times are sent to the minute', () => {
  expect(inputsOf(composed({ startsAt: '2027-03-28T18:00:30' }), 'k').event.startsAt).toBe('2027-03-28T18:00');
});

test('errors about a city or a centre stand beside the one choice of both', () => {
  expect([formField('city'), formField('centre'), formField('title')]).toEqual(['home', 'home', 'title']);
});

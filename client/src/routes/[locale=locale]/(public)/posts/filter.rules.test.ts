import { expect, test } from 'vitest';
import { askedPosts, changed, filterOf, isNarrowed } from './filter.rules.ts';

const asked = (query: string) => askedPosts(new URLSearchParams(query));

test('an empty address asks for everything', () => {
  expect(isNarrowed(asked(''))).toBe(false);
  expect(Object.values(filterOf(asked('')))).toEqual([null, null, null, null, null, null]);
});

test('every part of the address reaches the filter', () => {
  expect(filterOf(asked('kind=offer&text=+molis+&city=vilnius&centre=technarium&type=kiln&mine'))).toEqual({
    kinds: ['OFFER'],
    text: 'molis',
    city: 'vilnius',
    centre: 'technarium',
    equipmentType: 'kiln',
    mine: true,
  });
});

test('a kind that does not exist is not asked', () => {
  expect(filterOf(asked('kind=sale')).kinds).toBeNull();
});

test('a count of another kind keeps the other conditions', () => {
  expect(filterOf(asked('kind=offer&city=kranj'), 'EVENT')).toMatchObject({ kinds: ['EVENT'], city: 'kranj' });
});

test('the kind alone does not narrow the list, anything else does', () => {
  expect(isNarrowed(asked('kind=offer'))).toBe(false);
  expect(isNarrowed(asked('mine'))).toBe(true);
  expect(isNarrowed(asked('city=kranj'))).toBe(true);
});

test('a changed part starts the list anew and drops empty fields of the form', () => {
  const query = new URLSearchParams('text=&city=kranj&after=x');
  expect(changed(query, 'kind', 'event')).toBe('?city=kranj&kind=event');
  expect(changed(query, 'city', undefined)).toBe('');
});

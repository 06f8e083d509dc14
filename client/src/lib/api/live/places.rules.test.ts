import { describe, expect, test } from 'vitest';
import { movedTo, type Places, placeOf, placesIn } from './places.rules.ts';

describe('the places of streams', () => {
  test('outlast a reload of the page', () => {
    const before = movedTo(movedTo([], 'posts', 'c1'), 'posts', 'c2');
    const after = placesIn(JSON.stringify(before));
    expect(placeOf(after, 'posts')).toBe('c2');
    expect(placeOf(after, 'activity')).toBeUndefined();
  });

  test('are kept for the twenty streams that moved last', () => {
    let places: Places = [];
    for (let stream = 1; stream <= 20; stream += 1) places = movedTo(places, `post ${stream}`, 'c1');
    places = movedTo(places, 'post 1', 'c2');
    places = movedTo(places, 'post 21', 'c1');
    expect(places).toHaveLength(20);
    expect([1, 2, 21].map((stream) => placeOf(places, `post ${stream}`))).toEqual(['c2', undefined, 'c1']);
  });

  test.each([null, '', 'nonsense', '{}', '[1]', '[["posts"]]', '[["posts",1]]'])('are none in %j', (text) => {
    expect(placesIn(text)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { currentOf, type MenuReader } from '../menu.rules.ts';
import { barOf } from './bar.rules.ts';

const member: MenuReader = { operator: false, desks: [], coordinates: [] };
const desk = (slug: string, manages = false) => ({
  ...{ name: slug, slug },
  viewerCan: { acts: ['SEE_DESK' as const, 'SEE_PEOPLE' as const, ...(manages ? ['EDIT_HOURS' as const] : [])] },
});
const pathsOf = (reader: MenuReader | null, pathname = '/') => barOf(reader, pathname).map(({ path }) => path);

describe('the bar of a phone', () => {
  test.each<[string, MenuReader | null, string[]]>([
    ['a visitor', null, ['/find', '/centres', '/posts', '/about']],
    ['a member', member, ['/centres', '/find', '/bookings', '/posts', '/profile']],
    ['staff', { ...member, desks: [desk('a')] }, ['/desk/a', '/find', '/bookings', '/posts', '/profile']],
    [
      'staff of two',
      { ...member, desks: [desk('a'), desk('b')] },
      ['/desk', '/find', '/bookings', '/posts', '/profile'],
    ],
    ['an operator', { ...member, operator: true }, ['/operations', '/find', '/bookings', '/posts', '/profile']],
    [
      'a coordinator',
      { ...member, coordinates: [{ name: 'Vilnius', slug: 'vilnius' }] },
      ['/centres?city=vilnius', '/find', '/bookings', '/posts', '/profile'],
    ],
  ])('of %s', (_, reader, paths) => {
    expect(pathsOf(reader)).toEqual(paths);
  });

  test('on a desk is the bar of that desk, with its hours for who manages it', () => {
    const reader = { ...member, desks: [desk('a', true), desk('b')] };
    expect(pathsOf(reader, '/desk/a/people')).toEqual([
      '/desk/a',
      '/desk/a/people',
      '/desk/a/hours',
      '/find',
      '/profile',
    ]);
    expect(pathsOf(reader, '/desk/b')).toEqual(['/desk/b', '/desk/b/people', '/find', '/profile']);
    expect(pathsOf(reader, '/desk')[0]).toBe('/desk');
  });

  test.each([
    ['/find', '/find'],
    ['/equipment/laser', '/find'],
    ['/bookings/one/move', '/bookings'],
    ['/security', '/profile'],
    ['/postsale', undefined],
    ['/', undefined],
  ])('%s is in %s', (pathname, path) => {
    expect(currentOf(barOf(member, pathname), pathname)?.path).toBe(path);
  });

  test('the part of a desk is nearer than the desk', () => {
    const reader = { ...member, desks: [desk('a')] };
    expect(currentOf(barOf(reader, '/desk/a/people'), '/desk/a/people')?.path).toBe('/desk/a/people');
    expect(currentOf(barOf(reader, '/desk/a'), '/desk/a')?.path).toBe('/desk/a');
  });
});

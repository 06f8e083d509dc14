import { describe, expect, test } from 'vitest';
import { type MenuReader, menuOf, partsOf } from './menu.rules.ts';

const member: MenuReader = { operator: false, desks: [], coordinates: [] };
const acts = ['SEE_DESK', 'SEE_PEOPLE'] as const;
const managing = { viewerCan: { acts: [...acts, 'EDIT_HOURS'] } } as const;
const fabrikas = { name: 'LinkMenų fabrikas', slug: 'linkmenu-fabrikas', viewerCan: { acts } };
const technarium = { name: 'Technarium', slug: 'technarium', viewerCan: { acts } };
const third = { name: 'Trečias', slug: 'trecias', viewerCan: { acts } };
const vilnius = { name: 'Vilnius', slug: 'vilnius' };

const pathsOf = (groups: ReturnType<typeof menuOf>) => groups.map(({ links }) => links.map(({ path }) => path));
const own = ['/bookings', '/profile', '/settings'];

describe('the menu of', () => {
  test('a member has what is their own', () => {
    expect(pathsOf(menuOf(member))).toEqual([own]);
  });

  test.each<[string, Partial<MenuReader>, string]>([
    ['staff begins with their desk', { desks: [fabrikas] }, '/desk/linkmenu-fabrikas'],
    ['staff of many centres begins with the list of desks', { desks: [fabrikas, technarium, third] }, '/desk'],
    ['a coordinator begins with their city', { coordinates: [vilnius] }, '/centres?city=vilnius'],
    ['an operator begins with the works', { operator: true }, '/operations'],
    [
      'staff who coordinate begins with the desk',
      { desks: [fabrikas], coordinates: [vilnius] },
      '/desk/linkmenu-fabrikas',
    ],
  ])('%s', (_, rights, first) => {
    const groups = menuOf({ ...member, ...rights });
    expect(groups[0]?.links[0]?.path).toBe(first);
    expect(pathsOf(groups).at(-1)).toEqual(own);
  });

  test('a manager has more of the desk than staff', () => {
    const desks = [{ ...fabrikas, ...managing }];
    const [own] = menuOf({ ...member, desks });
    const [theirs] = menuOf({ ...member, desks: [fabrikas] });
    expect(own?.links.map(({ path }) => path)).toContain('/desk/linkmenu-fabrikas/hours');
    expect(theirs?.links.map(({ path }) => path)).not.toContain('/desk/linkmenu-fabrikas/hours');
  });

  test('staff of two centres names each', () => {
    expect(menuOf({ ...member, desks: [fabrikas, technarium] }).map(({ title }) => title)).toEqual([
      'LinkMenų fabrikas',
      'Technarium',
      undefined,
    ]);
  });
});

describe('the parts of Talka', () => {
  const first = (reader: MenuReader | null) => partsOf(reader)[0]?.path;
  test.each<[string, MenuReader | null, string]>([
    ['a visitor', null, '/find'],
    ['a member', member, '/find'],
    ['staff', { ...member, desks: [fabrikas] }, '/desk/linkmenu-fabrikas'],
    ['staff of two centres', { ...member, desks: [fabrikas, technarium] }, '/desk'],
    ['an operator', { ...member, operator: true }, '/operations'],
  ])('begin for %s', (_, reader, path) => {
    expect(first(reader)).toBe(path);
    expect(
      partsOf(reader)
        .slice(-3)
        .map((part) => part.path),
    ).toEqual(['/find', '/centres', '/posts']);
  });
});
